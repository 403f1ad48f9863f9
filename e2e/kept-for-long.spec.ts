/** A device that was away for a month, and a browser that has dropped what it kept. */
import { signInSessions } from '@atelier/server/access/sign-in-session'
import { makePng } from '@atelier/server/testing/make-picture'
import { expect, type Page } from '@playwright/test'
import { commentPage } from './comment-page'
import { test } from './doc-fixtures'
import { expectSameWords } from './doc-page'
import { drop } from './files-page'

test.use({ serviceWorkers: 'allow' })

const sketch = { name: 'sketch.png', mimeType: 'image/png', buffer: makePng(300, 200) }

const workerReady = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })

/** Deletes those databases of the page whose names end so, and tells how many. */
const evict = (page: Page, end: string) =>
  page.evaluate(async (end) => {
    const found = (await indexedDB.databases()).filter(({ name }) => name?.endsWith(end))
    for (const { name } of found) {
      await new Promise((resolve, reject) => {
        const dropping = indexedDB.deleteDatabase(name ?? '')
        dropping.onsuccess = resolve
        dropping.onerror = reject
      })
    }
    return found.length
  }, end)

/** Rows of content in the database of this doc; null where there is none. */
const rowsOf = (page: Page, docId: string) =>
  page.evaluate(async (docId) => {
    const found = await indexedDB.databases()
    const name = found.find(({ name }) => name?.endsWith(`:doc:${docId}`))?.name
    if (name === undefined) return null
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const { result: db } = opening
        const count = db.transaction('updates').objectStore('updates').count()
        count.onsuccess = () => {
          db.close()
          resolve(count.result)
        }
      }
    })
  }, docId)

test('what was written, said and added on a device arrives once, though its sign-in has run out meanwhile', async ({
  house,
  inDoc,
  doc,
}) => {
  test.slow()
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('Plan')
  await anna.says('Saved')
  await commentPage(anna.page).comment('Plan', 'Which one?')
  await expect(commentPage(anna.page).threads).toContainText('Which one?')
  await workerReady(anna.page)
  await anna.goOffline()
  await anna.goToEnd()
  await anna.type(' B')
  await anna.says('Offline, 2 changes kept on this device')
  await commentPage(anna.page).answer('That of May')
  await expect(commentPage(anna.page).threads).toContainText('On this device only')
  await drop(anna.paragraphs.first(), [sketch], 'under')
  await expect(anna.body.locator('.upload')).toContainText('It is kept on this device')
  await anna.page.close()

  await signInSessions(house.db).revokeAll(anna.id)
  await ben.goToStart()
  await ben.type('Our ')
  await ben.says('Saved')

  const page = await anna.context.newPage()
  await anna.comeBack()
  await page.goto(`/docs/${doc.id}`)
  await expect(page).toHaveURL(/sign-in/)
  await anna.context.addCookies([await house.signIn(anna.id)])
  await page.goto('/')
  await expect(ben.body.locator('.picture-frame')).toHaveAttribute('data-state', 'shown')
  await expectSameWords([ben], ['Our Plan B', ''])
  await expect(ben.body.locator('figure.picture')).toHaveCount(1)
  await ben.page.goto(`/docs/${doc.id}?panel=comments`)
  const answers = commentPage(ben.page).threads.getByText('That of May')
  await expect(answers).toHaveCount(1)
  await page.goto(`/docs/${doc.id}`)
  await expect(page.locator('button[data-save]')).toHaveAccessibleName('Saved')
  await expect(answers).toHaveCount(1)
})

test('a pinned doc that the browser has dropped is brought again, and is not shown as kept until it is', async ({
  inDoc,
  doc,
  project,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await ben.body.click()
  await ben.type('By Ben')
  await ben.says('Saved')
  await anna.page.goto(`/projects/${project.id}`)
  await anna.page.getByRole('button', { name: 'Keep on this device for offline' }).click()
  await workerReady(anna.page)
  await expect.poll(() => rowsOf(anna.page, doc.id)).toBeGreaterThan(0)
  await anna.goOffline()
  expect(await evict(anna.page, `:doc:${doc.id}`)).toBe(1)
  await anna.page.goto(`/docs/${doc.id}`)
  await expect(anna.page.getByText('Atelier does not answer.')).toBeVisible()
  await expect(anna.body).toHaveCount(0)

  await anna.page.goto('/')
  await anna.comeBack()
  await anna.page.goto(`/projects/${project.id}`)
  await expect.poll(() => rowsOf(anna.page, doc.id)).toBeGreaterThan(0)
  await anna.goOffline()
  await anna.open(doc)
  await expectSameWords([anna], ['By Ben'])
})

test('where all of it is gone, the page opens, says what this device keeps, and saves', async ({
  inDoc,
  doc,
  project,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('Plan')
  await anna.says('Saved')
  await anna.page.goto(`/projects/${project.id}`)
  const pin = anna.page.getByRole('button', { name: 'Keep on this device for offline' })
  await pin.click()
  await expect.poll(() => rowsOf(anna.page, doc.id)).toBeGreaterThan(0)
  await anna.page.goto('/')
  expect(await evict(anna.page, '')).toBeGreaterThan(1)
  await anna.page.goto(`/projects/${project.id}`)
  await expect(pin).toHaveAttribute('aria-pressed', 'false')
  await anna.open(doc)
  await anna.goToEnd()
  await anna.type(' C')
  await anna.says('Saved')
  await expectSameWords([anna, ben], ['Plan C'])
})
