/** What one does with a board as a whole stays beside its title on a small screen, also in longer words. */

import { putMember } from '@atelier/server/projects/project-change-queries'
import { makeBoard, makePerson } from '@atelier/server/testing/make'
import { expect } from '@playwright/test'
import { test } from './fixtures'

test('in German, in lanes, on 1280 pixels the tools stand in one row with the title', async ({
  house,
  project,
  workspace,
  comeIn,
}) => {
  const greta = await makePerson(house.db, workspace, { name: 'Greta', language: 'de' })
  await putMember(house.db, project, greta.id, 'contributor')
  const { id } = await makeBoard(house.db, project, workspace.owner, {
    title: 'Ausschuss senken',
    cards: [{ title: 'Messen', column: 'To do' }],
  })
  const { page } = await comeIn(greta)
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`/boards/${id}?lanes=department`)
  await expect(page.getByRole('button', { name: /Bahnen nach Abteilung/ })).toBeVisible()
  const title = page.getByRole('textbox', { name: 'Titel des Boards' })
  const filter = page.getByRole('button', { name: 'Filter', exact: true })
  const middle = async (of: typeof title) => {
    const box = await of.boundingBox()
    return box ? box.y + box.height / 2 : Number.NaN
  }
  await expect
    .poll(async () => Math.abs((await middle(title)) - (await middle(filter))))
    .toBeLessThan(8)
})
