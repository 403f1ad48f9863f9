/** Devices that are full, and networks that let pages through but no websockets. */
import { expect } from '@playwright/test'
import { test } from './doc-fixtures'
import { docPage, expectSameWords } from './doc-page'

test('where a proxy refuses websockets, the same goes over plain requests, and it is said to be slow', async ({
  doc,
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('Before')
  await expectSameWords([anna, ben], ['Before'])
  await anna.says('Saved')

  anna.loseSockets()
  const slow = anna.page.getByRole('button', { name: 'Slow connection' })
  await expect(slow).toBeVisible({ timeout: 30_000 })
  await anna.type(' and on')
  await anna.says('Saved')
  await expectSameWords([anna, ben], ['Before and on'])
  await test.step('what others write arrives, also after the page is opened again', async () => {
    await ben.body.click()
    await ben.page.keyboard.press('Control+End')
    await ben.type(', says Ben')
    await expectSameWords([anna, ben], ['Before and on, says Ben'])
    await anna.open(doc)
    await expectSameWords([anna], ['Before and on, says Ben'])
    await expect(slow).toBeVisible()
  })
})

test('somebody whose websockets are refused from the first moment reads and writes all the same', async ({
  project,
  doc,
  together,
}) => {
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  anna.loseSockets()
  const slowly = { ...anna, ...docPage(anna) }
  const quickly = { ...ben, ...docPage(ben) }
  await slowly.open(doc)
  await quickly.open(doc)
  await slowly.body.click()
  await slowly.type('From behind the proxy')
  await expectSameWords([slowly, quickly], ['From behind the proxy'])
  await expect(anna.page.getByRole('button', { name: 'Slow connection' })).toBeVisible()
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
