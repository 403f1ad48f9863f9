/** Devices that are full, and networks that let pages through but no websockets. */
import { expect } from '@playwright/test'
import { test } from './doc-fixtures'
import { docPage, expectSameWords } from './doc-page'

test('where a proxy refuses websockets, what is written is kept, said to be kept, and saved afterwards', async ({
  doc,
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('Before')
  await expectSameWords([anna, ben], ['Before'])
  await anna.says('Saved')

  anna.loseSockets()
  await anna.says('Offline')
  await anna.type(' and on')
  await anna.says('Offline, 7 changes kept on this device')
  await test.step('the page opens again, with these words and the same state', async () => {
    await anna.open(doc)
    await expectSameWords([anna], ['Before and on'])
    await anna.says('Offline, 7 changes kept on this device')
  })
  expect(await ben.words()).toEqual(['Before'])
  await anna.comeBack()
  // The longer nobody answered, the longer it may be until the page asks again: up to thirty seconds.
  await expect(anna.badge).toHaveAccessibleName('Saved', { timeout: 30_000 })
  await expectSameWords([anna, ben], ['Before and on'])
})

test('somebody whose websockets are refused from the first moment is told so', async ({
  project,
  doc,
  together,
}) => {
  const [anna] = await together(project, 'contributor')
  anna.loseSockets()
  await anna.page.goto(`/docs/${doc.id}`)
  await expect(anna.page.getByText('Atelier does not answer. We keep trying.')).toBeVisible({
    timeout: 30_000,
  })
  await anna.comeBack()
  await expect(anna.page.getByRole('textbox', { name: 'Text of the doc' })).toBeVisible({
    timeout: 30_000,
  })
})

test('where the device is full, the badge says that words are only in this tab, and none is lost', async ({
  project,
  doc,
  together,
  inDoc,
}) => {
  const [someone] = await together(project, 'contributor')
  await someone.page.addInitScript(endWritesOnceFull)
  const anna = { ...someone, ...docPage(someone) }
  const [ben] = await inDoc('contributor')
  await anna.open(doc)
  await anna.body.click()
  await anna.type('Before')
  await anna.says('Saved')
  await anna.page.evaluate(() => Object.assign(window, { isFull: true }))
  await anna.type(' it')
  await anna.says('Saved')
  await anna.goOffline()
  await anna.type(' and on')
  await anna.says('Offline, 7 changes only in this tab')
  await test.step('whoever goes to another page is told, and may come back to the words', async () => {
    await anna.badge.click()
    await expect(anna.page.getByText('This device could not keep a copy.')).toBeVisible()
    await anna.press('Escape')
    await anna.page.getByRole('link', { name: 'Library' }).click()
    const dialog = anna.page.getByRole('dialog', { name: 'Your changes are only in this tab' })
    await expect(dialog).toContainText('your 7 changes')
    await dialog.getByRole('button', { name: 'Stay here' }).click()
    await expect(anna.body).toContainText('Before it and on')
  })
  await anna.comeBack()
  await anna.says('Saved')
  await expectSameWords([anna, ben], ['Before it and on'])
})

/** Runs in the browser: what a full device does to whoever writes on it. */
function endWritesOnceFull(): void {
  for (const name of ['put', 'add'] as const) {
    const write = IDBObjectStore.prototype[name]
    IDBObjectStore.prototype[name] = function (...given) {
      const request = write.apply(this, given)
      if ('isFull' in window) this.transaction.abort()
      return request
    }
  }
}
