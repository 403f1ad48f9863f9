import { makeBoard } from '@atelier/server/testing/make'
import { expect, type Locator, type Page } from '@playwright/test'
import { boardPage, cardWindow } from './board-page'
import { type Place, touch } from './finger'
import { test } from './fixtures'
import { pressKeys } from './keys'

test('a working day without a mouse, beside somebody else whose steps stay theirs', async ({
  house,
  workspace,
  project,
  together,
}) => {
  const made = await makeBoard(house.db, project, workspace.owner, {
    title: 'Scrap board',
    columns: ['To do', 'Doing', 'Done'],
    labels: [{ name: 'Safety', colour: 'red' }],
    cards: [
      { title: 'Measure', column: 'To do' },
      { title: 'Report', column: 'To do' },
      { title: 'Pack', column: 'Doing' },
    ],
  })
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const [hers, his] = [boardPage(anna), boardPage(ben)]
  await hers.open(made)
  await his.open(made)
  const { page } = anna
  const press = (...keys: string[]) => pressKeys(page, ...keys)
  const type = (words: string) => page.keyboard.type(words)

  await test.step('writes a card, names it anew in place, and says who, what and when', async () => {
    await press('n')
    await type('Cut')
    await press('Enter', 'Escape')
    await expect(hers.card('Cut')).toBeFocused()
    await press('e')
    await expect(page.getByRole('textbox', { name: 'Rename Cut' })).toBeFocused()
    await press('End')
    await type(' steel')
    await press('Enter')
    await expect(hers.card('Cut steel')).toBeFocused()
    await press('a')
    await expect(page.getByRole('textbox', { name: 'Find people' })).toBeFocused()
    await type('olga')
    await press('ArrowDown', 'Enter', 'Escape')
    await expect(hers.card('Cut steel')).toBeFocused()
    await press('d')
    await type('24.12.2027')
    await press('Enter')
    await expect(hers.card('Cut steel')).toBeFocused()
    await press('p')
    await type('3')
    await press('Enter')
    for (const fact of ['Olga Owner', '24 Dec 2027', '3']) {
      await expect(his.card('Cut steel')).toContainText(fact)
    }
  })

  await test.step('moves it to the top, into the next column, and to its end', async () => {
    await expect(hers.card('Cut steel')).toBeFocused()
    await press('Alt+Shift+Home')
    await his.shows({ 'To do': ['Cut steel', 'Measure', 'Report'], Doing: ['Pack'], Done: [] })
    await press('Alt+Shift+ArrowRight')
    await his.shows({ 'To do': ['Measure', 'Report'], Doing: ['Cut steel', 'Pack'], Done: [] })
    await press('Alt+Shift+End')
    await his.shows({ 'To do': ['Measure', 'Report'], Doing: ['Pack', 'Cut steel'], Done: [] })
    await hers.hears('Card Cut steel moved to Doing, position 2 of 2')
  })

  await test.step('chooses two, and labels, moves and archives both', async () => {
    await press('ArrowLeft', 'Home')
    await expect(hers.card('Measure')).toBeFocused()
    await press('x', 'Shift+ArrowDown', 'l')
    await expect(page.getByRole('dialog', { name: 'Labels of 2 cards' })).toBeVisible()
    await press('Tab')
    await expect(page.getByRole('row', { name: 'Safety' })).toBeFocused()
    await press('Space', 'Escape')
    for (const title of ['Measure', 'Report']) {
      await expect(his.card(title)).toContainText('Safety')
    }
    await press('Alt+Shift+ArrowRight')
    await his.shows({ 'To do': [], Doing: ['Measure', 'Report', 'Pack', 'Cut steel'], Done: [] })
    await press('Delete')
    await his.shows({ 'To do': [], Doing: ['Pack', 'Cut steel'], Done: [] })
  })

  await test.step('takes back her own steps one by one, and none of his', async () => {
    await his.addCard('Done', 'His own')
    await hers.shows({ 'To do': [], Doing: ['Pack', 'Cut steel'], Done: ['His own'] })
    await press('Control+z')
    await his.shows({
      'To do': [],
      Doing: ['Measure', 'Report', 'Pack', 'Cut steel'],
      Done: ['His own'],
    })
    await press('Control+z')
    const before = {
      'To do': ['Measure', 'Report'],
      Doing: ['Pack', 'Cut steel'],
      Done: ['His own'],
    }
    await his.shows(before)
    await press('Control+z')
    await expect(his.card('Measure')).not.toContainText('Safety')
    await press('Control+Shift+z')
    await expect(his.card('Measure')).toContainText('Safety')
    await pressKeys(ben.page, 'Control+z')
    await hers.shows({ ...before, Done: [] })
  })

  await test.step('copies a card, and does the rest by the palette', async () => {
    await press('Escape')
    await hers.card('Pack').focus()
    await press('Control+d')
    await his.shows({
      'To do': ['Measure', 'Report'],
      Doing: ['Pack', 'Pack', 'Cut steel'],
      Done: [],
    })
    await press('Control+z')
    await hers.card('Cut steel').focus()
    await byPalette(page, 'label')
    await expect(page.getByRole('dialog', { name: 'Labels of Cut steel' })).toBeVisible()
    await press('Escape')
    await expect(hers.card('Cut steel')).toBeFocused()
    await byPalette(page, 'show as a table')
    await expect(page.getByRole('grid', { name: 'Cards of this board' })).toBeVisible()
    await byPalette(page, 'show as a board')
    await expect(hers.card('Measure')).toBeVisible()
    await hers.says('Saved')
  })

  await test.step('finds a card of another screen, ticks in its window, and takes that back there', async () => {
    await page.goto('/')
    await expect(async () => {
      await press('Control+k')
      await type('steel')
      await expect(page.getByRole('menuitem', { name: /Cut steel/ })).toBeVisible({ timeout: 1000 })
    }).toPass()
    await press('ArrowDown', 'Enter')
    const window = cardWindow(page)
    await expect(window.title).toHaveValue('Cut steel')
    await window.choose('Column', 'Done')
    await his.shows({ 'To do': ['Measure', 'Report'], Doing: ['Pack'], Done: ['Cut steel'] })
    await press('Control+z')
    await his.shows({ 'To do': ['Measure', 'Report'], Doing: ['Pack', 'Cut steel'], Done: [] })
  })
})

/** Typed at once: nobody waits until it is drawn. */
async function byPalette(page: Page, words: string): Promise<void> {
  await pressKeys(page, 'Control+k')
  await page.keyboard.type(words)
  await expect(page.getByLabel('Search commands, projects, docs and boards')).toHaveValue(words)
  await expect(page.getByRole('menuitem').first()).toBeVisible()
  await pressKeys(page, 'ArrowDown', 'Enter')
}

test('on a phone a held card goes to the next column at the edge, and the lists in its window are sorted', async ({
  house,
  workspace,
  project,
  together,
  browser,
}) => {
  const made = await makeBoard(house.db, project, workspace.owner, {
    columns: ['To do', 'Doing'],
    cards: [
      { title: 'One', column: 'To do' },
      { title: 'Two', column: 'To do' },
      { title: 'Three', column: 'Doing' },
    ],
  })
  const [anna, ben] = await together(project, 'contributor', 'viewer')
  const context = await browser.newContext({
    baseURL: house.origin,
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
    storageState: await anna.page.context().storageState(),
  })
  const page = await context.newPage()
  const [hers, his] = [boardPage({ page }), boardPage(ben)]
  await hers.open(made)
  await his.open(made)
  const finger = await touch(page)

  await test.step('to the next column, and back', async () => {
    await finger.down(middle(hers.card('One')))
    await expect(page.locator('[data-held]')).toBeVisible()
    await finger.move(atEdge(387))
    await comesIn(hers.card('Three'))
    await finger.move(inTheMiddle)
    await finger.move(within(hers.card('Three'), 0.9))
    await finger.up()
    await his.shows({ 'To do': ['Two'], Doing: ['Three', 'One'] })
    await hers.hears('Card One moved to Doing, position 2 of 2')
    await finger.down(middle(hers.card('One')))
    await expect(page.locator('[data-held]')).toBeVisible()
    await finger.move(atEdge(3))
    await comesIn(hers.card('Two'))
    await finger.move(inTheMiddle)
    await finger.move(within(hers.card('Two'), 0.1))
    await finger.up()
    await his.shows({ 'To do': ['One', 'Two'], Doing: ['Three'] })
  })

  await test.step('items and lists in its window', async () => {
    await hers.card('One').tap()
    const { dialog } = cardWindow(page)
    const add = async (items: string[]) => {
      await dialog.getByRole('button', { name: 'Checklist', exact: true }).tap()
      for (const item of items) {
        await page.keyboard.type(item)
        await page.keyboard.press('Enter')
      }
      await page.keyboard.press('Escape')
    }
    await add(['Saw', 'File'])
    await add(['Weld'])
    const items = dialog.locator('[data-item] .checklist-text')
    await expect(items).toHaveText(['Saw', 'File', 'Weld'])
    const row = (text: string) => dialog.locator('[data-item]', { hasText: text })
    await row('Weld').scrollIntoViewIfNeeded()
    await finger.down(middle(row('Weld').locator('.checklist-grip')))
    await finger.move(middle(row('File'), 0.2))
    await finger.up()
    await expect(items).toHaveText(['Saw', 'Weld', 'File'])
    const grips = dialog.locator('.card-section-head .checklist-grip')
    await grips.last().scrollIntoViewIfNeeded()
    await finger.down(middle(grips.last()))
    await finger.move(middle(row('Saw'), 0.1))
    await finger.up()
    await expect(
      page.locator('p[data-live-announcer]', { hasText: /^Checklist .* moved to position 1 of 2/ }),
    ).toHaveCount(1)
    await page.keyboard.press('Control+z')
    await expect(dialog.locator('[data-checklist]').first()).toContainText('Saw')
  })
  await context.close()
})

const middle =
  (thing: Locator, y = 0.5): Place =>
  async () => {
    const box = await thing.boundingBox()
    if (!box) throw new Error('It is not on the screen')
    return { x: box.x + box.width / 3, y: box.y + box.height * y }
  }

/** Off the edges, where nothing scrolls on. */
const inTheMiddle: Place = async () => ({ x: 195, y: 320 })

/** On the card, and off the edges: it need not be wholly on the screen. */
const within =
  (card: Locator, y: number): Place =>
  async () => {
    const at = await middle(card, y)()
    return { ...at, x: Math.min(300, Math.max(90, at.x)) }
  }

/** Looks at every frame, as an eye does: while the finger stays at the edge, the board goes on to its end. */
const comesIn = (card: Locator) =>
  card.evaluate(
    (element) =>
      new Promise<void>((resolve) => {
        const look = () => {
          const { left, right } = element.getBoundingClientRect()
          const at = (left + right) / 2 / window.innerWidth
          if (at > 0.2 && at < 0.8) resolve()
          else requestAnimationFrame(look)
        }
        look()
      }),
  )

/** Where the column ends that fills the screen. */
const atEdge =
  (x: number): Place =>
  async () => ({ x, y: 320 })
