/** A board by its days: the calendar and the timeline, by pointer and by keyboard, with somebody else looking on. */
import { makeBoard } from '@atelier/server/testing/make'
import type { BoardCardSeed } from '@atelier/shared/boards/new-board'
import { dayAt } from '@atelier/shared/boards/span'
import { expect, type Locator, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { test as base } from './fixtures'
import { barOf, day, exactly, long, middle, today } from './time-page'

type Pair = { anna: Page; ben: Page; hears(words: string): Promise<void> }

const test = base.extend<{ pair: Pair; seed: { view: string; cards: readonly BoardCardSeed[] } }>({
  seed: [{ view: 'calendar', cards: [] }, { option: true }],
  pair: async ({ house, project, workspace, together, seed }, use) => {
    const { view, cards } = seed
    const columns = ['To do', 'Done']
    const board = await makeBoard(house.db, project, workspace.owner, { columns, cards })
    const [anna, ben] = await together(project, 'contributor', 'viewer')
    for (const { page } of [anna, ben]) {
      await page.goto(`/boards/${board.id}?view=${view}`)
      await expect(page.locator('.time')).toBeVisible()
    }
    await use({
      anna: anna.page,
      ben: ben.page,
      hears: (words) => boardPage(anna).hears(exactly(words)),
    })
  },
})

const undated = (page: Page, title: string) =>
  page.getByRole('grid', { name: 'No date' }).getByRole('row', { name: title })

async function drag(page: Page, from: Locator, to: Locator) {
  await from.hover()
  await page.mouse.down()
  await to.hover({ force: true, position: { x: 40, y: 50 } })
  await to.hover({ force: true, position: { x: 44, y: 52 } })
  await page.mouse.up()
}

test.describe('the calendar', () => {
  test.use({
    seed: {
      view: 'calendar',
      cards: [
        { title: 'Measure', column: 'To do', start: dayAt(middle), due: dayAt(middle + 2) },
        { title: 'Report', column: 'To do', due: dayAt(middle) },
        { title: 'Someday', column: 'To do' },
      ],
    },
  })

  test('moves and draws out cards by keyboard, and others see it', async ({ pair }) => {
    const { anna, ben, hears } = pair
    for (const page of [anna, ben]) await page.getByRole('button', { name: 'Next month' }).click()
    await expect(day(anna, middle)).toHaveAccessibleName(
      exactly(`${long(middle)}, 1 card due, 1 card under way`),
    )
    await barOf(anna, 'Report').focus()
    await anna.keyboard.press('Alt+ArrowRight')
    await hears(`Report is now on ${long(middle + 1)}`)
    await expect(barOf(anna, 'Report')).toBeFocused()
    await expect(day(ben, middle + 1).getByRole('button', { name: /^Report/ })).toBeVisible()
    await anna.keyboard.press('Alt+Shift+ArrowRight')
    await hears(`Report now runs from ${long(middle + 1)} to ${long(middle + 2)}`)
    await anna.keyboard.press('Alt+ArrowUp')
    await expect(day(ben, middle - 6).getByRole('button', { name: /^Report/ })).toBeVisible()
    await anna.keyboard.press('Escape')
    await expect(day(anna, middle - 6)).toBeFocused()
  })

  test('adds a card on a day without a pointer', async ({ pair }) => {
    const { anna, ben, hears } = pair
    for (const page of [anna, ben]) await page.getByRole('button', { name: 'Next month' }).click()
    await day(anna, middle).focus()
    await anna.keyboard.press('ArrowDown')
    await anna.keyboard.press('ArrowRight')
    await expect(day(anna, middle + 8)).toBeFocused()
    await anna.keyboard.press('Enter')
    await anna.keyboard.type('Ask the night shift')
    await anna.keyboard.press('Enter')
    await hears(`Card Ask the night shift added on ${long(middle + 8)}`)
    await anna.keyboard.press('Escape')
    await expect(day(anna, middle + 8)).toBeFocused()
    await expect(day(ben, middle + 8)).toHaveAccessibleName(
      exactly(`${long(middle + 8)}, 1 card due`),
    )
  })

  test('takes drags, of cards with and without a date, and “Move to date…”', async ({ pair }) => {
    const { anna, ben } = pair
    for (const page of [anna, ben]) await page.getByRole('button', { name: 'Next month' }).click()
    await drag(anna, barOf(anna, 'Report'), day(anna, middle + 4))
    await expect(day(ben, middle + 4).getByRole('button', { name: /^Report/ })).toBeVisible()
    await expect(anna.getByRole('dialog')).toHaveCount(0)
    await drag(anna, undated(anna, 'Someday'), day(anna, middle - 1))
    await expect(day(ben, middle - 1).getByRole('button', { name: /^Someday/ })).toBeVisible()
    await expect(undated(anna, 'Someday')).toHaveCount(0)

    await barOf(anna, 'Someday').focus()
    await anna.keyboard.press('m')
    const dialog = anna.getByRole('dialog', { name: 'Move to date' })
    await dialog.getByRole('button', { name: 'Remove dates' }).click()
    await dialog.getByRole('button', { name: 'Move', exact: true }).click()
    await expect(undated(ben, 'Someday')).toBeVisible()
    // Who may only read cannot drag.
    await drag(ben, barOf(ben, 'Report'), day(ben, middle))
    await expect(day(anna, middle + 4).getByRole('button', { name: /^Report/ })).toBeVisible()
  })
})

test.describe('what is chosen', () => {
  const cards = ['Measure', 'Report', 'Weld'].map((title, nth) => ({
    title,
    column: 'To do',
    due: dayAt(middle + nth),
  }))
  test.use({ seed: { view: 'calendar', cards: [...cards, { title: 'Rest', column: 'To do' }] } })

  test('moves together by a drag and a key, on the calendar and the timeline, and its bar acts on all of it', async ({
    pair,
  }) => {
    const { anna, ben, hears } = pair
    const bar = anna.getByRole('toolbar', { name: 'Selected cards' })
    for (const page of [anna, ben]) await page.getByRole('button', { name: 'Next month' }).click()
    const isOn = (title: string, at: number) =>
      expect(day(ben, at).getByRole('button', { name: new RegExp(`^${title}, `) })).toBeVisible()
    await test.step('by a drag', async () => {
      await barOf(anna, 'Measure').click({ modifiers: ['Control'] })
      await barOf(anna, 'Report').click({ modifiers: ['Control'] })
      await expect(bar).toContainText('2 cards selected')
      await expect(anna.getByRole('dialog')).toHaveCount(0)
      await drag(anna, barOf(anna, 'Report'), day(anna, middle + 4))
      await isOn('Measure', middle + 3)
      await isOn('Report', middle + 4)
      await isOn('Weld', middle + 2)
      await hears(`Report is now on ${long(middle + 4)}, and with it 1 more card`)
    })
    await test.step('by a key on the timeline, where it is as chosen as the view is by its address', async () => {
      await anna.getByRole('radio', { name: 'Week', exact: true }).click()
      await expect(anna).toHaveURL(/days=week/)
      await anna.keyboard.press('4')
      await anna.getByRole('radio', { name: 'Quarters' }).click()
      await expect(anna).toHaveURL(/zoom=quarter/)
      await anna.reload()
      await expect(anna.getByRole('radio', { name: 'Quarters' })).toBeChecked()
      const row = (title: string) => anna.getByRole('row', { name: new RegExp(`^${title}, `) })
      await row('Measure').focus()
      await anna.keyboard.press('x')
      await anna.keyboard.press('Shift+ArrowDown')
      await expect(bar).toContainText('2 cards selected')
      await anna.keyboard.press('Alt+ArrowLeft')
      await isOn('Measure', middle + 2)
    })
    await test.step('by the bar', async () => {
      await bar.getByRole('button', { name: 'Archive' }).click()
      await expect(ben.getByRole('button', { name: /^Measure, / })).toHaveCount(0)
      await expect(bar).toHaveCount(0)
    })
  })
})

test.describe('years nobody plans in', () => {
  test.use({
    seed: {
      view: 'calendar',
      cards: [
        { title: 'Long ago', column: 'To do', start: '0001-01-01', due: '0001-01-03' },
        { title: 'Last day', column: 'To do', due: '9999-12-31' },
        { title: 'Turned', column: 'To do', start: dayAt(today + 4), due: dayAt(today) },
        ...Array.from({ length: 400 }, (_, index) => ({
          title: `Card ${index}`,
          column: 'To do',
          due: dayAt(today),
        })),
      ],
    },
  })

  test('hurt neither view, and hundreds of cards on one day open as a list', async ({ pair }) => {
    const { anna } = pair
    await day(anna, today)
      .getByRole('button', { name: /more cards on/ })
      .click()
    const dialog = anna.getByRole('dialog', { name: exactly(long(today)) })
    await expect(dialog.getByRole('row', { name: 'Turned' })).toBeVisible()
    await anna.keyboard.press('Escape')
    await anna.getByRole('radio', { name: 'Timeline' }).click()
    await anna.getByRole('button', { name: '1 card is earlier' }).click()
    await expect(anna.getByRole('row', { name: /^Long ago, from/ })).toBeVisible()
    await anna.getByRole('button', { name: '402 cards are later' }).click()
    await anna.getByRole('button', { name: '1 card is later' }).click()
    await expect(anna.getByRole('button', { name: '402 cards are earlier' })).toBeVisible()
    expect(await anna.locator('.timeline-row').count()).toBeLessThan(80)
  })
})

test.describe('the timeline', () => {
  test.use({
    seed: {
      view: 'timeline',
      cards: [
        { title: 'Measure', column: 'To do', start: dayAt(today), due: dayAt(today + 3) },
        {
          title: 'Compare',
          column: 'To do',
          start: dayAt(today + 4),
          due: dayAt(today + 6),
          waitsFor: ['Measure'],
        },
        { title: 'Train', column: 'To do', due: dayAt(today + 9), waitsFor: ['Compare'] },
      ],
    },
  })

  test('warns of what starts too early, and takes along what waits', async ({ pair }) => {
    const { anna, ben, hears } = pair
    const row = (page: Page, title: string) =>
      page.getByRole('row', { name: new RegExp(`^${title}, `) })
    await expect(ben.locator('.timeline-arrow[data-tone="plain"]')).toHaveCount(2)
    await row(anna, 'Measure').focus()
    await anna.keyboard.press('Alt+ArrowRight')
    await anna.keyboard.press('Alt+ArrowRight')
    await hears(`Measure now runs from ${long(today + 2)} to ${long(today + 5)}`)
    await expect(row(anna, 'Measure')).toBeFocused()
    await expect(ben.locator('.timeline-arrow[data-tone="early"]')).toHaveCount(1)
    await expect(anna.getByText('Move 2 cards that wait for it as well?')).toHaveCount(1)
    await anna.getByRole('button', { name: 'Move along' }).click()
    await expect(row(ben, 'Train')).toHaveAccessibleName(exactly(`Train, due ${long(today + 11)}`))
    await expect(row(ben, 'Compare')).toHaveAccessibleName(
      exactly(`Compare, from ${long(today + 6)} to ${long(today + 8)}`),
    )
    await expect(ben.locator('.timeline-arrow[data-tone="early"]')).toHaveCount(0)
    // All of them come back in one step.
    await row(anna, 'Measure').focus()
    await anna.keyboard.press('Control+z')
    await expect(row(ben, 'Train')).toHaveAccessibleName(exactly(`Train, due ${long(today + 9)}`))
  })

  test('draws out a bar by its end', async ({ pair }) => {
    const { anna, ben } = pair
    await anna.getByRole('radio', { name: 'Weeks' }).click()
    const bar = anna.locator('[data-timed]', { hasText: 'Compare' }).locator('.timeline-card')
    const box = await bar.boundingBox()
    if (!box) throw new Error('no bar is drawn')
    const [x, y] = [box.x + box.width - 3, box.y + box.height / 2]
    await anna.mouse.move(x, y)
    await anna.mouse.down()
    await anna.mouse.move(x + 40, y)
    await anna.mouse.move(x + 2 * 36, y)
    await anna.mouse.up()
    await expect(ben.getByRole('row', { name: /^Compare, / })).toHaveAccessibleName(
      exactly(`Compare, from ${long(today + 4)} to ${long(today + 8)}`),
    )
  })
})

test('on a phone the calendar is a list, and a card gets its date from its menu', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const board = await makeBoard(house.db, project, workspace.owner, {
    columns: ['To do'],
    cards: [{ title: 'Measure', column: 'To do', due: dayAt(today) }],
  })
  const [{ page }] = await together(project, 'contributor')
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(`/boards/${board.id}?view=calendar`)
  await expect(page.getByRole('list', { name: exactly(long(today)) })).toContainText('Measure')
  await page.getByRole('button', { name: 'Actions for card Measure' }).click()
  await page.getByRole('menuitem', { name: 'A day later' }).click()
  await expect(page.getByRole('list', { name: exactly(long(today)) })).not.toContainText('Measure')
  await page.goto(`/boards/${board.id}?view=timeline`)
  await expect(
    page.getByRole('row', { name: exactly(`Measure, due ${long(today + 1)}`) }),
  ).toBeVisible()
})
