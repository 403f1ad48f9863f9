import { makeDoc } from '@atelier/server/testing/make'
import { expect } from '@playwright/test'
import { test } from './fixtures'

test('two people write in one doc, and one of them goes offline in the middle', async ({
  house,
  workspace,
  project,
  together,
}) => {
  const doc = await makeDoc(house.db, project, workspace.owner, 'Minutes')
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const write = (at: typeof anna) => at.page.locator('.ProseMirror')
  for (const person of [anna, ben]) await person.page.goto(`/docs/${doc.id}`)
  await write(anna).click()
  await anna.page.keyboard.type('Anna was here. ')
  await expect(write(ben)).toContainText('Anna was here.')
  await ben.goOffline()
  await write(ben).click()
  await ben.page.keyboard.press('End')
  await ben.page.keyboard.type('Ben was away. ')
  await ben.comeBack()
  await expect(write(anna)).toContainText('Ben was away.')
  await expect(ben.page.getByText('Saved', { exact: true })).toBeVisible()
})
