import { makeBoard } from '@atelier/server/testing/make'
import { expect, type Locator, type Page } from '@playwright/test'
import { type BoardPage, boardPage } from './board-page'
import { type Place, type Point, touch } from './finger'
import { test as base } from './fixtures'

/** Anna moves, Ben looks on. */
type Pair = { anna: BoardPage; ben: BoardPage; board: { id: string } }

const test = base.extend<{ pair: Pair }>({
  pair: async ({ house, project, workspace, together }, use) => {
    const board = await makeBoard(house.db, project, workspace.owner, {
      columns: ['To do', 'Doing', 'Done'],
      cards: [
        { title: 'One', column: 'To do' },
        { title: 'Two', column: 'To do' },
        { title: 'Three', column: 'To do' },
        { title: 'Four', column: 'Doing' },
      ],
    })
    const [anna, ben] = await together(project, 'contributor', 'viewer')
    const pair = { anna: boardPage(anna), ben: boardPage(ben), board }
    await pair.anna.open(board)
    await pair.ben.open(board)
    await use(pair)
  },
})

async function bothShow({ anna, ben }: Pair, cards: Record<string, string[]>) {
  await anna.shows(cards)
  await ben.shows(cards)
  await anna.says('Saved')
}

test('a card is dragged with the mouse, into another column and within its own', async ({
  pair,
}) => {
  const { anna } = pair
  await drag(anna.page, anna.card('One'), below(anna.card('Four')))
  await bothShow(pair, { 'To do': ['Two', 'Three'], Doing: ['Four', 'One'], Done: [] })
  await anna.hears('Card One moved to Doing, position 2 of 2')
  await drag(anna.page, anna.card('Three'), above(anna.card('Two')))
  await bothShow(pair, { 'To do': ['Three', 'Two'], Doing: ['Four', 'One'], Done: [] })
  await anna.hears('Card Three moved to To do, position 1 of 2')
  await drag(anna.page, anna.card('Two'), middle(anna.column('Done').getByRole('grid')))
  await bothShow(pair, { 'To do': ['Three'], Doing: ['Four', 'One'], Done: ['Two'] })
  await anna.hears('Card Two moved to Done, position 1 of 1')
})

test('a card that was dropped opens by a click, and only what was chosen before is chosen', async ({
  pair,
}) => {
  const { anna } = pair
  const chosen = anna.page.getByRole('row', { selected: true })
  await drag(anna.page, anna.card('One'), below(anna.card('Four')))
  await anna.hears('Card One moved to Doing, position 2 of 2')
  await anna.card('Four').click()
  await expect(anna.page.getByRole('dialog', { name: 'Card Four' })).toBeVisible()
  await expect(chosen).toHaveCount(0)
  await anna.page.keyboard.press('Escape')
  await expect(anna.page.getByRole('dialog')).toHaveCount(0)

  await anna.card('Three').click({ modifiers: ['Control'] })
  await expect(chosen).toHaveCount(1)
  await drag(anna.page, anna.card('Two'), below(anna.card('One')))
  await anna.hears('Card Two moved to Doing, position 3 of 3')
  await expect(chosen).toHaveCount(1)
  await expect(anna.card('Three')).toHaveAttribute('aria-selected', 'true')
  await drag(anna.page, anna.card('Three'), below(anna.card('Two')))
  await anna.hears('Card Three moved to Doing, position 4 of 4')
  await expect(chosen).toHaveCount(1)
  await expect(anna.card('Three')).toHaveAttribute('aria-selected', 'true')
})

test('whoever drops a card hears where it is, and of what is chosen only what they choose', async ({
  pair,
}) => {
  const { anna } = pair
  const heard = await hearing(anna.page)
  await drag(anna.page, anna.card('One'), below(anna.card('Four')))
  await anna.hears('Card One moved to Doing, position 2 of 2')
  await expect(anna.card('One')).toBeFocused()
  await anna.page.keyboard.press('x')
  await expect.poll(heard).toContainEqual(expect.stringMatching(/selected/))
  expect((await heard()).filter((words) => /selected/.test(words))).toEqual(['One selected.'])
})

test('a card is dragged with a finger, and a swipe still scrolls', async ({
  pair,
  house,
  browser,
}) => {
  const { board } = pair
  const context = await browser.newContext({
    baseURL: house.origin,
    hasTouch: true,
    viewport: { width: 1000, height: 800 },
    storageState: await pair.anna.page.context().storageState(),
  })
  const anna = boardPage({ page: await context.newPage() })
  await anna.open(board)
  const finger = await touch(anna.page)
  await finger.swipe(middle(anna.card('Two')), leftOf(anna.card('Two')))
  await expect(anna.card('One')).not.toBeInViewport({ ratio: 1 })
  await expect(anna.page.getByRole('dialog')).toHaveCount(0)
  await anna.card('One').scrollIntoViewIfNeeded()
  await standsStill(anna.card('Two'))

  await finger.down(middle(anna.card('Two')))
  await expect(anna.page.locator('[data-held]')).toBeVisible()
  await finger.move(middle(anna.card('Four')))
  await finger.move(above(anna.card('Four')))
  await finger.up()
  await bothShow({ ...pair, anna }, { 'To do': ['One', 'Three'], Doing: ['Two', 'Four'], Done: [] })
  await anna.hears('Card Two moved to Doing, position 1 of 2')
  await expect(anna.page.getByRole('dialog')).toHaveCount(0)

  await anna.card('Two').tap()
  await expect(anna.page.getByRole('dialog', { name: 'Card Two' })).toBeVisible()
  await context.close()
})

test('a card is dragged with the keyboard alone', async ({ pair }) => {
  const { anna } = pair
  const { keyboard } = anna.page
  await anna
    .column('To do')
    .getByRole('button', { name: /^Actions for column/ })
    .focus()
  await keyboard.press('Tab')
  await expect(anna.card('One')).toBeFocused()
  await keyboard.press('Tab')
  await expect(anna.card('One').getByRole('button', { name: /^Drag/ })).toBeFocused()
  await keyboard.press('Enter')
  await expect(anna.page.getByRole('button', { name: 'Insert between One and Two' })).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(
    anna.page.getByRole('button', { name: 'Insert between Two and Three' }),
  ).toBeFocused()
  await keyboard.press('Enter')
  await bothShow(pair, { 'To do': ['Two', 'One', 'Three'], Doing: ['Four'], Done: [] })
  await anna.hears('Card One moved to To do, position 2 of 3')
  await expect(anna.card('One')).toBeFocused()

  const handle = anna.card('One').getByRole('button', { name: /^Drag/ })
  const held = anna.page.getByRole('button', { name: /^Insert/ }).and(anna.page.locator(':focus'))
  await keyboard.press('Tab')
  await expect(handle).toBeFocused()
  await keyboard.press('Enter')
  await expect(held).toBeVisible()
  await keyboard.press('Escape')
  await expect(handle).toBeFocused()
  await anna.shows({ 'To do': ['Two', 'One', 'Three'], Doing: ['Four'], Done: [] })

  await keyboard.press('Enter')
  await expect(held).toBeVisible()
  await keyboard.press('Tab')
  await expect(anna.page.getByRole('button', { name: 'Drop on Doing, 1 card' })).toBeFocused()
  await keyboard.press('ArrowDown')
  await expect(anna.page.getByRole('button', { name: 'Insert before Four' })).toBeFocused()
  await keyboard.press('Enter')
  await bothShow(pair, { 'To do': ['Two', 'Three'], Doing: ['One', 'Four'], Done: [] })
  await anna.hears('Card One moved to Doing, position 1 of 2')
  await expect(anna.card('One')).toBeFocused()
})

test('a card is moved by “Move to…”, from its menu and by a key', async ({ pair }) => {
  const { anna } = pair
  await anna.moveTo('Three', 'Doing', 1)
  await bothShow(pair, { 'To do': ['One', 'Two'], Doing: ['Three', 'Four'], Done: [] })
  await anna.hears('Card Three moved to Doing, position 1 of 2')
  await expect(anna.card('Three')).toBeFocused()
  await anna.page.keyboard.press('m')
  const dialog = anna.page.getByRole('dialog', { name: 'Move card' })
  await expect(dialog.getByRole('button', { name: /Column$/ })).toBeFocused()
  await anna.page.keyboard.press('Escape')
  await expect(anna.card('Three')).toBeFocused()
})

test('a column is moved by its menu and with the mouse', async ({ pair }) => {
  const { anna } = pair
  await anna.fromMenu('column', 'Done', 'Move left')
  await anna.hears('Column Done moved to position 2 of 3')
  const heading = (name: string) => anna.page.getByRole('heading', { name, exact: true })
  await expect
    .poll(async () => Object.keys(await pair.ben.cards()))
    .toEqual(['To do', 'Done', 'Doing'])
  await drag(anna.page, heading('Doing'), above(heading('To do')))
  await expect
    .poll(async () => Object.keys(await pair.ben.cards()))
    .toEqual(['Doing', 'To do', 'Done'])
})

test('somebody who may only read can drag nothing', async ({ pair }) => {
  const { ben } = pair
  await drag(ben.page, ben.card('One'), below(ben.card('Four')))
  await ben.shows({ 'To do': ['One', 'Two', 'Three'], Doing: ['Four'], Done: [] })
  await expect(ben.page.getByRole('button', { name: /^(Drag|Actions for|Add)/ })).toHaveCount(0)
})

/** A point of something on the screen; `y` counts in its heights. */
const at = (thing: Locator, y: number) => async (): Promise<Point> => {
  const box = await thing.boundingBox()
  if (!box) throw new Error('It is not on the screen')
  return { x: box.x + box.width / 3, y: box.y + box.height * y }
}
const middle = (thing: Locator): Place => at(thing, 0.5)
/** One column further left, where a finger goes that swipes. */
const leftOf = (thing: Locator) => async (): Promise<Point> => {
  const { x, y } = await middle(thing)()
  return { x: x - 90, y }
}
const above = (thing: Locator): Place => at(thing, 0.1)
const below = (thing: Locator): Place => at(thing, 0.9)

/** Slowly enough to be a drag: a hand passes many points, and rests before it lets go. */
async function drag(page: Page, thing: Locator, to: Place) {
  const from = await middle(thing)()
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 4 })
  for (let turn = 0; turn < 2; turn++) {
    const { x, y } = await to()
    await page.mouse.move(x + turn, y, { steps: 12 })
  }
  await page.mouse.up()
}

/** What was swiped runs on for a moment. */
async function standsStill(thing: Locator) {
  let before: unknown
  await expect(async () => {
    const [last, now] = [before, await thing.boundingBox()]
    before = now
    expect(now).toEqual(last)
  }).toPass()
}

/** All that a screen reader was told from now on. */
async function hearing(page: Page): Promise<() => Promise<string[]>> {
  const said = await page.evaluateHandle(() => {
    const words: string[] = []
    const hear = (node: Node) => {
      const region = node.parentElement?.closest('[data-live-announcer]')
      if (region && node.textContent) words.push(node.textContent.trim())
    }
    const watch = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) addedNodes.forEach(hear)
    })
    watch.observe(document.body, { childList: true, subtree: true })
    return words
  })
  return () => said.jsonValue()
}
