/** What goes wrong around a board: a killed server, a slow database, rights that are taken, others who put away, tabs beside each other, a browser that forgets. */
import { putMember, removeMember } from '@atelier/server/projects/project-change-queries'
import { makeBoard } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { type BoardPage, boardPage } from './board-page'
import { hearBadge } from './doc-page'
import { test as base, type Person } from './fixtures'

type Pair = { people: [Person, Person]; anna: BoardPage; ben: BoardPage; board: { id: string } }

const test = base.extend<{ pair: Pair }>({
  pair: async ({ house, project, workspace, together }, use) => {
    const board = await makeBoard(house.db, project, workspace.owner, {
      title: 'Scrap',
      columns: ['To do', 'Doing', 'Done'],
      cards: [
        { title: 'Measure', column: 'To do' },
        { title: 'Compare', column: 'To do' },
        { title: 'Report', column: 'Doing' },
      ],
    })
    const people = await together(project, 'contributor', 'contributor')
    const [anna, ben] = [boardPage(people[0]), boardPage(people[1])]
    await anna.open(board)
    await ben.open(board)
    for (const { page } of people) await workerReady(page)
    await use({ people, anna, ben, board })
  },
})

test.use({ serviceWorkers: 'allow' })

/** All of the page is on this device once its worker has it. */
const workerReady = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })

const keptHere = /^Offline, \d+ changes? kept on this device$/

async function rename({ card, openCard, page }: BoardPage, title: string, more: string) {
  const window = await openCard(title)
  await window.title.press('End')
  await page.keyboard.type(more)
  await window.close()
  await expect(card(title + more)).toBeVisible()
}

test('kill -9: no move that was called saved is missing, and what was not yet is sent again', async ({
  house,
  pair,
  together,
  project,
}) => {
  test.slow()
  const { anna, ben, people, board } = pair
  await anna.moveTo('Measure', 'Done')
  await ben.addCard('To do', 'By Ben')
  for (const one of [anna, ben]) await one.says('Saved')
  const stored = { 'To do': ['Compare', 'By Ben'], Doing: ['Report'], Done: ['Measure'] }
  await anna.shows(stored)

  const held = await house.holdDatabase()
  await anna.moveTo('Compare', 'Doing')
  await anna.says(/^Saving \d+ changes?…$/)
  await ben.addCard('Done', 'Not stored')
  await ben.says(/^Saving \d+ changes?…$/)
  await house.kill()
  await held.release()
  for (const one of [anna, ben]) await one.says(keptHere)

  // What they still hold themselves must not help the server to remember.
  for (const person of people) await person.goOffline()
  await house.start()
  const [clara] = await together(project, 'viewer')
  const hers = boardPage(clara)
  await hers.open(board)
  // What the database was asked to keep may have come to it, though nobody heard so.
  const remembered = await hers.cards()
  expect(remembered.Done).toContain('Measure')
  expect(remembered['To do']).toContain('By Ben')
  expect(remembered['To do']).not.toContain('Measure')

  for (const person of people) await person.comeBack()
  const all = {
    'To do': ['By Ben'],
    Doing: ['Report', 'Compare'],
    Done: ['Measure', 'Not stored'],
  }
  for (const one of [anna, ben, hers]) await one.shows(all)
  for (const one of [anna, ben]) await one.says('Saved')
})

test('a move is not called saved while the database does not answer', async ({ house, pair }) => {
  const { anna, ben } = pair
  const held = await house.holdDatabase()
  await anna.moveTo('Measure', 'Done')
  await anna.says('Saving 1 change…')
  await expect.poll(held.waiting).toBeGreaterThan(0)
  const heard = await hearBadge(anna)
  await anna.moveTo('Compare', 'Done')
  await ben.shows({ 'To do': [], Doing: ['Report'], Done: ['Measure', 'Compare'] })
  await anna.says('Saving 2 changes…')
  expect((await heard()).filter((words) => words === 'Saved')).toEqual([])
  await held.release()
  await anna.says('Saved')
})

test('whoever may only read by then is told what was not stored, on which cards, and gets the words', async ({
  house,
  project,
  pair,
}) => {
  const { anna, ben, people } = pair
  await people[1].goOffline()
  await ben.moveTo('Report', 'Done')
  const { dialog, close } = await ben.openCard('Measure')
  await dialog.getByRole('button', { name: 'Checklist', exact: true }).click()
  await ben.page.keyboard.type('Before we start')
  await ben.page.keyboard.press('Enter')
  await ben.page.keyboard.press('Escape')
  await close()
  await ben.addCard('To do', 'Ask the night shift')
  await ben.says(keptHere)
  await putMember(house.db, project, people[1].id, 'viewer')
  await people[1].comeBack()
  await ben.says('Read only')
  const told = ben.page.getByText('You may read this, but no longer change it.')
  await expect(told).toBeVisible()
  const banner = ben.page.getByRole('alert').or(ben.page.getByRole('status')).filter({ has: told })
  await expect(banner).toContainText('Ask the night shift')
  await expect(banner).toContainText('Before we start')
  await expect(banner).toContainText(/This is what you had changed: .*Report/)
  const truth = { 'To do': ['Measure', 'Compare'], Doing: ['Report'], Done: [] }
  for (const one of [anna, ben]) await one.shows(truth)
  await ben.page.reload()
  await ben.shows(truth)
  await expect(banner).toContainText('Ask the night shift')
})

test('whoever is out of the project by then gets their own words back, also after a reload', async ({
  house,
  project,
  pair,
}) => {
  const { ben, people } = pair
  await people[1].goOffline()
  await ben.addCard('To do', 'Ask the night shift')
  await ben.says(keptHere)
  await removeMember(house.db, project.id, people[1].id)
  await people[1].comeBack()
  const told = ben.page.getByText('You no longer have access here.')
  await expect(told).toBeVisible()
  await expect(ben.page.getByText('Ask the night shift')).toBeVisible()
  await expect(ben.page.getByText('Compare')).toHaveCount(0)
  await ben.page.reload()
  await expect(told).toBeVisible()
  await expect(ben.page.getByText('Ask the night shift')).toBeVisible()
})

test('a card that is archived while somebody writes on it offline keeps what they wrote, and moved it stays', async ({
  pair,
}) => {
  const { anna, ben, people } = pair
  await people[1].goOffline()
  await rename(ben, 'Measure', ' the blanks')
  await ben.moveTo('Compare', 'Done')
  await ben.says(keptHere)
  await anna.fromMenu('card', 'Measure', 'Archive')
  await anna.fromMenu('card', 'Compare', 'Archive')
  await anna.shows({ 'To do': [], Doing: ['Report'], Done: [] })
  await anna.says('Saved')
  await people[1].comeBack()
  for (const one of [anna, ben]) {
    await one.shows({ 'To do': [], Doing: ['Report'], Done: ['Compare'] })
    await one.says('Saved')
  }
  await anna.page.getByRole('button', { name: 'Archive', exact: true }).click()
  await expect(anna.page.getByRole('dialog').getByRole('listitem')).toHaveText(
    /^Measure the blanks/,
  )
})

test('what two tabs of one person did offline arrives from both, also where one is closed before', async ({
  pair,
}) => {
  const { anna, ben, people, board } = pair
  const second = boardPage({ page: await people[1].context.newPage() })
  await second.open(board)
  await people[1].goOffline()
  await ben.moveTo('Measure', 'Done')
  await second.addCard('Doing', 'By the second tab')
  for (const one of [ben, second]) await one.says(keptHere)
  await second.page.close()
  await people[1].comeBack()
  await ben.says('Saved')
  // Nobody opens the board anew.
  const all = { 'To do': ['Compare'], Doing: ['Report', 'By the second tab'], Done: ['Measure'] }
  for (const one of [anna, ben]) await one.shows(all)
})

test('where the browser has dropped what was written, that is said, and the board opens as it is', async ({
  pair,
}) => {
  const { anna, ben, people, board } = pair
  await people[1].goOffline()
  await ben.moveTo('Measure', 'Done')
  await ben.says(keptHere)
  await ben.page.close()
  await people[1].comeBack()
  const page = await people[1].context.newPage()
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }))
  await page.goto('/')
  expect(await forget(page, board.id)).toBeGreaterThan(0)
  await page.unrouteAll()
  const again = boardPage({ page })
  await again.open(board)
  await expect(page.getByText('This browser has dropped changes of yours')).toBeVisible()
  for (const one of [anna, again])
    await one.shows({ 'To do': ['Measure', 'Compare'], Doing: ['Report'], Done: [] })
  await again.moveTo('Measure', 'Doing')
  await again.says('Saved')
})

/** Drops the content of a board's copy and leaves what was noted of it; answers how many rows there were. */
const forget = (page: Page, boardId: string) =>
  page.evaluate(async (boardId) => {
    const found = await indexedDB.databases()
    const name = found.find(({ name }) => name?.endsWith(`:board:${boardId}`))?.name ?? ''
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.onerror = () => reject(opening.error)
      opening.onsuccess = () => {
        const { result: db } = opening
        const transaction = db.transaction('updates', 'readwrite')
        const rows = transaction.objectStore('updates')
        const count = rows.count()
        rows.clear()
        transaction.oncomplete = () => {
          db.close()
          resolve(count.result)
        }
      }
    })
  }, boardId)
