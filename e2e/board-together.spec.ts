import { makeBoard } from '@atelier/server/testing/make'
import { expect } from '@playwright/test'
import { type BoardPage, boardPage, cardWindow } from './board-page'
import { test as base, type Person } from './fixtures'

/** Two people at one board. */
type Pair = { people: [Person, Person]; anna: BoardPage; ben: BoardPage; board: { id: string } }

const test = base.extend<{ pair: Pair }>({
  pair: async ({ house, project, workspace, together }, use) => {
    const board = await makeBoard(house.db, project, workspace.owner, {
      title: 'Scrap',
      columns: ['To do', 'Doing', 'Done'],
      labels: [{ name: 'Safety', colour: 'red' }],
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
    await use({ people, anna, ben, board })
  },
})

const start = { 'To do': ['Measure', 'Compare'], Doing: ['Report'], Done: [] }

async function bothShow({ anna, ben }: Pair, cards: Record<string, string[]>) {
  for (const board of [anna, ben]) {
    await board.shows(cards)
    await board.says('Saved')
  }
}

test('what one does on the board, the other sees', async ({ pair }) => {
  const { anna, ben } = pair
  await anna.addCard('Doing', 'Ask the night shift')
  await ben.shows({ ...start, Doing: ['Report', 'Ask the night shift'] })
  await ben.moveTo('Measure', 'Doing', 1)
  await bothShow(pair, {
    'To do': ['Compare'],
    Doing: ['Measure', 'Report', 'Ask the night shift'],
    Done: [],
  })
  await anna.page.reload()
  await anna.shows({
    'To do': ['Compare'],
    Doing: ['Measure', 'Report', 'Ask the night shift'],
    Done: [],
  })
})

test('a card two people move at the same moment is in one column, the same for both', async ({
  pair,
}) => {
  const { anna, ben, people } = pair
  for (const person of people) person.vanish()
  await anna.moveTo('Measure', 'Doing')
  await ben.moveTo('Measure', 'Done')
  await anna.shows({ 'To do': ['Compare'], Doing: ['Report', 'Measure'], Done: [] })
  await ben.shows({ 'To do': ['Compare'], Doing: ['Report'], Done: ['Measure'] })
  for (const person of people) await person.comeBack()
  await expect(async () => {
    const [hers, his] = [await anna.cards(), await ben.cards()]
    expect(hers).toEqual(his)
    expect(hers['To do']).toEqual(['Compare'])
    expect(Object.values(hers).flat().sort()).toEqual(['Compare', 'Measure', 'Report'])
  }).toPass()
  for (const board of [anna, ben]) await board.says('Saved')
})

test('a column removed while somebody moves cards into it and out of it offline loses nothing', async ({
  pair,
}) => {
  const { anna, ben, people } = pair
  await anna.addCard('Doing', 'Tidy up')
  await ben.shows({ ...start, Doing: ['Report', 'Tidy up'] })
  await people[1].goOffline()
  await ben.moveTo('Measure', 'Doing')
  await ben.moveTo('Report', 'Done')
  await ben.says(/^Offline, \d+ changes kept on this device$/)
  await anna.fromMenu('column', 'Doing', 'Remove column')
  await anna.shows({ 'To do': ['Measure', 'Compare'], Done: [] })
  await people[1].comeBack()
  await bothShow(pair, { 'To do': ['Compare'], Doing: ['Measure'], Done: ['Report'] })
  await anna.page.getByRole('button', { name: 'Archive', exact: true }).click()
  await expect(anna.page.getByRole('dialog').getByRole('listitem')).toHaveText(/^Tidy up/)
})

test('both work on while they are apart, and nothing of either is missing afterwards', async ({
  pair,
}) => {
  const { anna, ben, people } = pair
  for (const person of people) await person.goOffline()
  await anna.says('Offline')
  await anna.addCard('To do', 'Written by Anna')
  await anna.moveTo('Compare', 'Done')
  await ben.addCard('Done', 'Written by Ben')
  await ben.moveTo('Report', 'To do', 1)
  for (const board of [anna, ben]) await board.says(/^Offline, \d+ changes kept on this device$/)
  for (const person of people) await person.comeBack()
  await expect(async () => {
    const [hers, his] = [await anna.cards(), await ben.cards()]
    expect(hers).toEqual(his)
    expect(hers).toEqual({
      'To do': ['Report', 'Measure', 'Written by Anna'],
      Doing: [],
      Done: expect.arrayContaining(['Compare', 'Written by Ben']),
    })
    expect(hers.Done).toHaveLength(2)
  }).toPass({ timeout: 20_000 })
  for (const board of [anna, ben]) await board.says('Saved')
})

test('a card opens with its facts, and what one changes the other reads', async ({ pair }) => {
  const { anna, ben } = pair
  const [hers, his] = [await anna.openCard('Measure'), await ben.openCard('Measure')]
  await hers.title.press('End')
  await anna.page.keyboard.type(' the blanks')
  await expect(his.title).toHaveValue('Measure the blanks')
  await hers.assign('Ben Okafor')
  await expect(his.dialog.getByRole('button', { name: 'Assignees: Ben Okafor' })).toBeVisible()
  await his.choose('Column', 'Doing')
  await expect(hers.dialog.getByRole('button', { name: /^Doing Column$/ })).toBeVisible()
  const due = his.dialog.getByRole('group', { name: 'Due date' })
  await due.getByRole('spinbutton').first().focus()
  await ben.page.keyboard.type('24122027')
  await hers.dialog.getByRole('button', { name: 'Edit labels' }).click()
  await anna.page.getByRole('row', { name: 'Safety' }).click()
  await anna.page.keyboard.press('Escape')
  await expect(his.dialog.getByText('Safety')).toBeVisible()
  await hers.close()
  await his.close()
  for (const board of [anna, ben]) {
    const card = board.card('Measure the blanks')
    await board.shows({ 'To do': ['Compare'], Doing: ['Report', 'Measure the blanks'], Done: [] })
    await expect(card).toContainText('Safety')
    await expect(card).toContainText('Ben Okafor')
    await expect(card).toContainText('24 Dec 2027')
    await board.says('Saved')
  }
})

test('two people write one description at once', async ({ pair }) => {
  const { anna, ben } = pair
  const [hers, his] = [await anna.openCard('Measure'), await ben.openCard('Measure')]
  await expect(hers.dialog.getByLabel('Also here: Ben Okafor')).toBeVisible()
  await hers.description.click()
  await anna.page.keyboard.type('|')
  await expect(his.description).toContainText('|')
  await his.description.click()
  await ben.page.keyboard.press('Control+End')
  await hers.description.press('Control+Home')
  await Promise.all([
    anna.page.keyboard.type('Thirty blanks'),
    ben.page.keyboard.type('on every shift'),
  ])
  for (const window of [hers, his]) {
    await expect
      .poll(() => window.description.evaluate(wordsOf))
      .toBe('Thirty blanks|on every shift')
  }
  await hers.close()
  await anna.says('Saved')
  await expect(anna.card('Measure').getByText('Has a description')).toBeAttached()
})

test('archiving offers to take it back, and the archive gives back what was put away', async ({
  pair,
}) => {
  const { anna, ben } = pair
  await anna.fromMenu('card', 'Measure', 'Archive')
  await ben.shows({ ...start, 'To do': ['Compare'] })
  const toast = anna.page.getByRole('alertdialog').filter({ hasText: '“Measure” archived' })
  await toast.getByRole('button', { name: 'Undo' }).click()
  await bothShow(pair, start)
  await anna.fromMenu('card', 'Report', 'Archive')
  await ben.shows({ ...start, Doing: [] })
  await ben.page.getByRole('button', { name: 'Archive', exact: true }).click()
  await ben.page.getByRole('button', { name: 'Restore: Report' }).click()
  await ben.page.keyboard.press('Escape')
  await bothShow(pair, start)
})

test('undo takes back one’s own last step and nothing of the other’s', async ({ pair }) => {
  const { anna, ben } = pair
  await anna.moveTo('Measure', 'Done')
  await ben.shows({ 'To do': ['Compare'], Doing: ['Report'], Done: ['Measure'] })
  await ben.moveTo('Report', 'Done')
  await anna.shows({ 'To do': ['Compare'], Doing: [], Done: ['Measure', 'Report'] })
  await anna.page.getByRole('button', { name: 'Undo', exact: true }).click()
  await bothShow(pair, { 'To do': ['Measure', 'Compare'], Doing: [], Done: ['Report'] })
  await anna.page.getByRole('button', { name: 'Redo', exact: true }).click()
  await bothShow(pair, { 'To do': ['Compare'], Doing: [], Done: ['Measure', 'Report'] })
})

test('faces show who is at the board, and at which card', async ({ pair }) => {
  const { anna, ben, people } = pair
  const bensFace = anna.page.getByLabel(/^Here now: .*Ben Okafor/)
  await expect(bensFace).toBeVisible()
  await ben.openCard('Report')
  await expect(anna.card('Report').getByText('Open at Ben Okafor')).toBeAttached()
  await cardWindow(ben.page).close()
  await expect(anna.card('Report').getByText('Open at')).toHaveCount(0)
  await people[1].page.close()
  await expect(bensFace).toHaveCount(0)
})

/** Runs in the browser. */
function wordsOf(text: Element): string {
  const copy = text.cloneNode(true) as Element
  for (const drawn of copy.querySelectorAll('.room-caret')) drawn.remove()
  return copy.textContent ?? ''
}
