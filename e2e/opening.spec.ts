/** What comes beside what when somebody opens a board or a doc by its address. */
import { makeBoard, makeDoc } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { docPage } from './doc-page'
import { test } from './fixtures'

/** The sockets of rooms that were opened, and how many are still open. */
function watchRooms(page: Page) {
  const seen = { opened: 0, open: 0 }
  page.on('websocket', (socket) => {
    if (!socket.url().includes('/ws/rooms/')) return
    seen.opened++
    seen.open++
    socket.on('close', () => seen.open--)
  })
  return seen
}

/** Holds the script of a screen back until it is let go. */
async function holdScreen(page: Page, name: string): Promise<() => void> {
  let letGo: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(`**/assets/${name}-*.js`, async (route) => {
    await held
    await route.continue()
  })
  return letGo
}

test('a board is joined while its screen is still on its way, and only once', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const made = {
    title: 'Scrap',
    columns: ['To do'],
    cards: [{ title: 'Measure', column: 'To do' }],
  }
  const { id } = await makeBoard(house.db, project, workspace.owner, made)
  const [{ page }] = await together(project, 'contributor')
  const rooms = watchRooms(page)
  const letGo = await holdScreen(page, 'board-screen')
  await page.goto(`/boards/${id}`, { waitUntil: 'commit' })
  await expect.poll(() => rooms.open).toBe(1)
  letGo()
  const board = boardPage({ page })
  await board.shows({ 'To do': ['Measure'] })
  await board.addCard('To do', 'Compare')
  await board.says('Saved')
  expect(rooms).toEqual({ opened: 1, open: 1 })
  await page.getByRole('link', { name: 'Home' }).first().click()
  await expect.poll(() => rooms.open).toBe(0)
})

test('a doc, too', async ({ house, project, workspace, together }) => {
  const { id } = await makeDoc(house.db, project, workspace.owner)
  const [{ page }] = await together(project, 'contributor')
  const rooms = watchRooms(page)
  const letGo = await holdScreen(page, 'doc-screen')
  await page.goto(`/docs/${id}`, { waitUntil: 'commit' })
  await expect.poll(() => rooms.open).toBe(1)
  letGo()
  await docPage({ page }).says('Saved')
  expect(rooms).toEqual({ opened: 1, open: 1 })
})

test('whoever goes elsewhere before the screen is there leaves the room', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const { id } = await makeBoard(house.db, project, workspace.owner)
  const [{ page }] = await together(project, 'contributor')
  const rooms = watchRooms(page)
  await holdScreen(page, 'board-screen')
  await page.goto(`/boards/${id}`, { waitUntil: 'commit' })
  await expect.poll(() => rooms.open).toBe(1)
  await page.getByRole('link', { name: 'Home' }).first().click()
  await expect.poll(() => rooms).toEqual({ opened: 1, open: 0 })
})

test('nobody who is signed out joins a room', async ({ house, project, workspace, together }) => {
  const { id } = await makeBoard(house.db, project, workspace.owner)
  const [{ page, context }] = await together(project, 'contributor')
  const rooms = watchRooms(page)
  await context.clearCookies()
  await page.goto(`/boards/${id}`)
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  expect(rooms.opened).toBe(0)
})
