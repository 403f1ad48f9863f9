/** A card that goes to other boards, and the docs that name and show it. */
import { putMember } from '@atelier/server/projects/project-change-queries'
import { makeBoard, makeProject } from '@atelier/server/testing/make'
import { expect, type Locator, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { choose } from './choose'
import { test, type Writer } from './doc-fixtures'
import type { Person } from './fixtures'

type Goal = { project?: string; board: string; column: string }

/** By its menu on the board, as anybody does. */
async function moveAcross(page: Page, from: { id: string }, title: string, to: Goal) {
  const board = boardPage({ page })
  await board.open(from)
  await board.card(title).focus()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'Move card' })
  if (to.project) await choose(dialog, 'Project', to.project)
  await choose(dialog, 'Board', to.board)
  await choose(dialog, 'Column', to.column)
  await dialog.getByRole('button', { name: 'Move to that board' }).press('Enter')
  await expect(dialog).toHaveCount(0)
  await expect(board.card(title)).toHaveCount(0)
}

/** The card itself, and a chip with its name. */
async function showAndName({ body, page, type, press, says }: Writer, address: string) {
  const paste = () =>
    body.evaluate((element, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      const paste = { clipboardData, bubbles: true, cancelable: true }
      element.dispatchEvent(new ClipboardEvent('paste', paste))
    }, address)
  await body.click()
  await paste()
  await expect(body.locator('.mention')).toHaveCount(1)
  await page.getByRole('button', { name: 'Show it here instead' }).click()
  await expect(body.locator('.embed')).toHaveCount(1)
  await press('Control+End')
  await type('See ')
  await paste()
  await expect(body.locator('.mention')).toHaveCount(1)
  await says('Saved')
}

const shownIn = ({ page }: { page: Page }): Locator =>
  page.locator('.embed').getByRole('region', { name: 'Weld' })

/** Everything that comes to this browser. */
function listenTo({ page }: Person): () => string {
  const heard: string[] = []
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(payload.toString())),
  )
  page.on('response', async (response) => {
    if (response.url().includes('/api/')) heard.push(await response.text().catch(() => ''))
  })
  return () => heard.join('\n')
}

test('a card in a doc is followed to the boards it goes to, as far as each may read them', async ({
  house,
  project,
  workspace,
  inDoc,
}) => {
  // Two people, a doc and four boards, one after the other.
  test.slow()
  const { owner } = workspace
  const cards = [{ title: 'Weld', column: 'To do' }]
  const work = await makeBoard(house.db, project, owner, {
    ...{ title: 'Work', columns: ['To do'], cards },
  })
  const line = await makeBoard(house.db, project, owner, { title: 'Line 3', columns: ['Doing'] })
  const [anna, ben] = await inDoc('contributor', 'viewer')
  const hidden = await makeProject(house.db, owner, { title: 'Behind the door' })
  await putMember(house.db, hidden, anna.id, 'contributor')
  const salaries = await makeBoard(house.db, hidden, owner, {
    ...{ title: 'Salaries', columns: ['Paid'] },
  })
  const heard = listenTo(ben)
  const desk = await anna.context.newPage()
  await boardPage({ page: desk }).open(work)
  await boardPage({ page: desk }).openCard('Weld')
  await showAndName(anna, desk.url())
  await expect(shownIn(ben)).toContainText('To do')

  await test.step('to a board of the same project: for both, while they look at it', async () => {
    await moveAcross(desk, work, 'Weld', { board: 'Line 3', column: 'Doing' })
    for (const one of [anna, ben]) {
      await expect(shownIn(one)).toContainText('Doing')
      await expect(shownIn(one)).toContainText('Line 3')
      await expect(shownIn(one)).not.toContainText('Archived')
    }
  })

  await test.step('to one that Ben may not open: he is told so, and is sent nothing of it', async () => {
    const goal = { project: 'Behind the door', board: 'Salaries', column: 'Paid' }
    await moveAcross(desk, line, 'Weld', goal)
    await expect(shownIn(anna)).toContainText('Salaries')
    await expect(ben.body.locator('.embed')).toHaveText('“Weld” moved to a board you cannot open.')
    await ben.page.reload()
    await expect(ben.body.locator('.embed')).toHaveText('“Weld” moved to a board you cannot open.')
    await expect(ben.body.locator('.mention')).toHaveText('Weld, moved to a board you cannot open')
    expect(heard()).toContain('Weld')
    expect(heard()).not.toMatch(/Salaries|Behind the door|Paid/)
  })

  await test.step('there it says which doc shows it, and the doc leads there', async () => {
    await shownIn(anna).getByRole('link', { name: 'Open Weld' }).click()
    await expect(anna.page).toHaveURL(new RegExp(`/boards/${salaries.id}\\?card=`))
    const card = anna.page.getByRole('dialog', { name: 'Card Weld' })
    await expect(card.getByRole('link', { name: 'Minutes' })).toBeVisible()
  })

  await test.step('and back where Ben may see it, over the board he may not', async () => {
    await moveAcross(desk, salaries, 'Weld', {
      ...{ project: project.title, board: 'Work', column: 'To do' },
    })
    await expect(shownIn(ben)).toContainText('To do')
  })
})
