/** Atelier after a reload without a network: what was opened or pinned is there, and can be gone on with. */
import { makeDoc } from '@atelier/server/testing/make'
import { makePng } from '@atelier/server/testing/make-picture'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { commentPage } from './comment-page'
import { test } from './doc-fixtures'
import { expectSameWords } from './doc-page'
import { drop } from './files-page'

test.use({ serviceWorkers: 'allow' })

const sketch = { name: 'sketch.png', mimeType: 'image/png', buffer: makePng(300, 200) }

const begun = {
  'To do': ['Read the timetable', 'Ask the driver'],
  'To do (copy)': ['Read the timetable', 'Ask the driver'],
  'In progress': [],
  Done: [],
}

/** The page itself is on this device once its worker has it all. */
const workerReady = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })

test('a doc that was open can be reloaded and written in without a network', async ({
  inDoc,
  doc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('Plan')
  await anna.says('Saved')
  await workerReady(anna.page)
  await anna.goOffline()
  await anna.page.reload()
  await expectSameWords([anna], ['Plan'])
  await anna.goToEnd()
  await anna.type(' B')
  await anna.says('Offline, 2 changes kept on this device')
  await expectSameWords([ben], ['Plan'])
  await drop(anna.paragraphs.first(), [sketch], 'under')
  const waiting = anna.body.locator('.upload')
  await expect(waiting).toContainText('It is kept on this device')
  await anna.page.reload()
  await expect(waiting).toContainText('It is kept on this device')
  await anna.page.goto('/')
  await anna.comeBack()
  await expect(ben.body.locator('.picture-frame')).toHaveAttribute('data-state', 'shown')
  await anna.open(doc)
  await expect(anna.body.locator('.picture-frame')).toHaveAttribute('data-state', 'shown')
  await expect(waiting).toHaveCount(0)
  for (const { body } of [anna, ben]) await expect(body.locator('figure.picture')).toHaveCount(1)
  await expectSameWords([anna, ben], ['Plan B', ''])
  await anna.says('Saved')
})

test('a pinned project opens docs nobody had open here, and lets one begin another', async ({
  inDoc,
  doc,
  project,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.page.goto('/')
  await ben.body.click()
  await ben.type('By Ben')
  await drop(ben.paragraphs.first(), [sketch], 'under')
  await expect(ben.body.locator('.picture-frame')).toHaveAttribute('data-state', 'shown')
  await ben.says('Saved')
  await commentPage(ben.page).comment('By Ben', 'By whom?')
  await expect(commentPage(ben.page).threads).toContainText('By whom?')
  await anna.page.goto(`/projects/${project.id}`)
  await anna.page.getByRole('button', { name: 'Keep on this device for offline' }).click()
  await expect(anna.page.getByText('opens without a network')).toBeVisible()
  await workerReady(anna.page)
  await expect.poll(() => keptFiles(anna.page)).toBe(1)

  await anna.goOffline()
  await anna.open(doc)
  await expect(anna.body.locator('.picture-frame')).toHaveAttribute('data-state', 'shown')
  await expectSameWords([anna], ['By Ben', ''])
  const comments = commentPage(anna.page)
  await comments.openPanel()
  await expect(comments.panel).toContainText('These comments are as they were')
  await comments.threads.getByText('By whom?').click()
  await comments.answer('By Ben, clearly')
  await expect(comments.threads).toContainText('On this device only')
  await expect(comments.field).toHaveValue('')
  await anna.page.goto(`/projects/${project.id}`)
  await anna.page.getByRole('button', { name: 'New doc' }).first().click()
  const title = anna.page.getByRole('textbox', { name: 'Title' })
  await title.fill('Begun on a train')
  await anna.says(/^Offline, \d+ changes? kept on this device$/)
  await anna.page.reload()
  await expect(title).toHaveValue('Begun on a train')
  await anna.page.goto(`/projects/${project.id}`)
  await anna.page.getByRole('button', { name: 'New board' }).first().click()
  const board = boardPage(anna)
  await board.title.fill('Planned on a train')
  await board.addCard('To do', 'Read the timetable')
  await board.addCard('To do', 'Ask the driver')
  await board.fromMenu('column', 'To do', 'Copy column')
  await anna.page.reload()
  await board.shows(begun)

  await anna.comeBack()
  await anna.says('Saved')
  await expect(commentPage(ben.page).threads).toContainText('By Ben, clearly')
  await ben.page.goto(`/projects/${project.id}`)
  await expect(ben.page.getByRole('link', { name: 'Begun on a train' }).first()).toBeVisible()
  await ben.page.getByRole('link', { name: 'Planned on a train' }).first().click()
  await boardPage(ben).shows(begun)
})

test('a doc is begun from a template without a network, and others read it afterwards', async ({
  inDoc,
  project,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.page.goto(`/projects/${project.id}`)
  await anna.page.getByRole('button', { name: 'Keep on this device for offline' }).click()
  await expect(anna.page.getByText('opens without a network')).toBeVisible()
  await workerReady(anna.page)
  await expect.poll(() => broughtRooms(anna.page)).toBe(1)

  await anna.goOffline()
  await anna.page.reload()
  await anna.page.getByRole('button', { name: 'New doc from a template' }).click()
  await anna.page.getByRole('option', { name: 'Experiment' }).click()
  await expect(anna.page.getByText('How we do it')).toBeVisible()
  await anna.page.getByRole('button', { name: 'Use this template' }).click()
  await expect(anna.body.getByText('How we do it')).toBeVisible()
  await expect(anna.title).toHaveValue('Experiment')
  await anna.says(/^Offline, \d+ changes? kept on this device$/)

  await anna.comeBack()
  await anna.says('Saved')
  await ben.page.goto(`/projects/${project.id}`)
  await ben.page.getByRole('main').getByRole('link', { name: 'Experiment' }).click()
  await expect(ben.body.getByText('How we do it')).toHaveCount(1)
})

test('what was taken along leaves the device when its project is not for that person any more', async ({
  house,
  workspace,
  inDoc,
  project,
}) => {
  await makeDoc(house.db, project, workspace.owner, 'Never opened here')
  const [anna, ben] = await inDoc('lead', 'contributor')
  await ben.page.goto(`/projects/${project.id}`)
  await ben.page.getByRole('button', { name: 'Keep on this device for offline' }).click()
  await expect.poll(() => takenRooms(ben.page)).toBe(2)
  await ben.page.goto('/')

  await anna.page.goto(`/projects/${project.id}?tab=members`)
  const takeOut = anna.page.getByRole('button', { name: 'Take Ben Okafor out of the project' })
  await takeOut.focus()
  await takeOut.press('Enter')
  await expect.poll(() => takenRooms(ben.page)).toBe(0)
})

test('signing out says where something waits, and leaves nothing of it on the device', async ({
  inDoc,
  project,
}) => {
  const [anna] = await inDoc('contributor')
  await anna.page.route('**/api/rooms/*/files', (route) => route.abort('connectionreset'))
  await drop(anna.paragraphs.first(), [sketch], 'under')
  await expect(anna.body.locator('.upload')).toContainText('It is kept on this device')
  await anna.page.goto(`/projects/${project.id}`)
  await anna.page.getByRole('button', { name: 'Keep on this device for offline' }).click()
  await expect.poll(() => takenRooms(anna.page)).toBeGreaterThan(0)
  await anna.page.getByRole('button', { name: `${anna.name} Organisation` }).click()
  await anna.page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  await expect(anna.page.getByText('have not reached the server yet: Minutes')).toBeVisible()
  await anna.page.getByRole('button', { name: 'Sign out anyway' }).click()
  await expect(anna.page).toHaveURL(/sign-in/)
  await expect
    .poll(() => anna.page.evaluate(async () => (await indexedDB.databases()).length))
    .toBe(0)
  expect(await anna.page.evaluate(() => localStorage.getItem('atelier.person'))).toBe(null)
})

const takenRooms = (page: Page) =>
  page.evaluate(async () => {
    const found = await indexedDB.databases()
    return found.filter(({ name }) => name?.includes(':doc:')).length
  })

/** Of pictures and files, those that are on this device. */
const keptFiles = async (page: Page) => (await readStore(page, 'files')).length

/** Rooms that were brought here with all they show; what docs are begun from is here by then. */
async function broughtRooms(page: Page): Promise<number> {
  const [marks] = await readStore(page, 'records', 'taken')
  return Object.values(marks ?? {}).filter((mark) => Object.hasOwn(mark as object, 'files')).length
}

/** What stands in one of the device's stores: all, or under one key. */
const readStore = (page: Page, store: string, key?: string) =>
  page.evaluate(
    async ([store, key]) => {
      const found = await indexedDB.databases()
      const name = found.find(({ name }) => name?.endsWith(`:${store}`))?.name
      if (name === undefined) return []
      return new Promise<object[]>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const { result: db } = opening
          const all = db.transaction(store).objectStore(store).getAll(key)
          all.onsuccess = () => {
            db.close()
            resolve(all.result)
          }
        }
      })
    },
    [store, key] as const,
  )
