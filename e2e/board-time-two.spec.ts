/** Two who plan at once, one in the calendar and one on the timeline. */
import { makeBoard } from '@atelier/server/testing/make'
import { dayAt } from '@atelier/shared/boards/span'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { test } from './fixtures'
import { barOf, day, exactly, long, middle } from './time-page'

const row = (page: Page, title: string) =>
  page.getByRole('row', { name: new RegExp(`^${title}, `) })

test('two move cards at once, the same and others, and each takes back only their own', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const board = await makeBoard(house.db, project, workspace.owner, {
    columns: ['To do'],
    cards: [
      { title: 'Measure', column: 'To do', due: dayAt(middle) },
      { title: 'Report', column: 'To do', due: dayAt(middle) },
    ],
  })
  const [{ page: anna }, { page: ben }] = await together(project, 'contributor', 'contributor')
  await anna.goto(`/boards/${board.id}?view=calendar`)
  await anna.getByRole('button', { name: 'Next month' }).click()
  await ben.goto(`/boards/${board.id}?view=timeline`)
  const isOn = async (title: string, at: number) => {
    await expect(
      day(anna, at).getByRole('button', { name: new RegExp(`^${title}, `) }),
    ).toBeVisible()
    await expect(row(ben, title)).toHaveAccessibleName(exactly(`${title}, due ${long(at)}`))
  }

  await test.step('each another card, and nobody loses the one they have in front', async () => {
    await barOf(anna, 'Measure').focus()
    await row(ben, 'Report').focus()
    await Promise.all([anna.keyboard.press('Alt+ArrowRight'), ben.keyboard.press('Alt+ArrowLeft')])
    await isOn('Measure', middle + 1)
    await isOn('Report', middle - 1)
    await expect(barOf(anna, 'Measure')).toBeFocused()
    await expect(row(ben, 'Report')).toBeFocused()
  })

  await test.step('the card that the other has in front', async () => {
    await row(ben, 'Measure').focus()
    await ben.keyboard.press('Alt+ArrowRight')
    await isOn('Measure', middle + 2)
    await expect(barOf(anna, 'Measure')).toBeFocused()
    await anna.keyboard.press('Alt+ArrowRight')
    await isOn('Measure', middle + 3)
    await expect(row(ben, 'Measure')).toBeFocused()
  })

  await test.step('back, each their own', async () => {
    await barOf(anna, 'Report').focus()
    await anna.keyboard.press('Alt+ArrowRight')
    await isOn('Report', middle)
    await ben.keyboard.press('Control+z')
    await isOn('Report', middle)
    await anna.keyboard.press('Control+z')
    await isOn('Report', middle - 1)
  })
})

test.describe('whose card others put elsewhere', () => {
  const monday = middle - ((middle + 3) % 7)
  const titles = ['Measure', 'Report', 'Weld', 'Cut', 'Paint', 'Rest']

  test('keeps the keyboard in the calendar, and hears where the card went', async ({
    house,
    project,
    workspace,
    together,
  }) => {
    const board = await makeBoard(house.db, project, workspace.owner, {
      columns: ['To do'],
      cards: titles.map((title) => ({ title, column: 'To do', due: dayAt(monday) })),
    })
    const [one, other] = await together(project, 'viewer', 'contributor')
    const [anna, ben] = [one.page, other.page]
    await anna.goto(`/boards/${board.id}?view=calendar`)
    await anna.getByRole('button', { name: 'Next month' }).click()
    await ben.goto(`/boards/${board.id}?view=timeline`)
    const { hears } = boardPage(one)
    const onDay = (title: string, at: number) =>
      day(anna, at).getByRole('button', { name: new RegExp(`^${title}, `) })
    const moves = async (title: string, key: string) => {
      await row(ben, title).focus()
      await ben.keyboard.press(key)
    }

    await test.step('on its menu too, where it is drawn over two weeks', async () => {
      const menu = anna.getByRole('button', { name: 'Actions for card Measure' })
      await menu.focus()
      await moves('Measure', 'Alt+Shift+ArrowDown')
      await expect(menu).toHaveCount(2)
      await expect(menu.first()).toBeFocused()
      await moves('Measure', 'Alt+ArrowRight')
      await expect(onDay('Measure', monday)).toHaveCount(0)
      await expect(menu.first()).toBeFocused()
    })

    await test.step('where it goes to another week, out of sight', async () => {
      await day(anna, monday - 7).focus()
      await anna.keyboard.press('ArrowDown')
      await anna.getByRole('radio', { name: 'Week', exact: true }).click()
      await barOf(anna, 'Report').focus()
      await moves('Report', 'Alt+ArrowDown')
      await hears(exactly(`Report is now on ${long(monday + 7)}`))
      await expect(day(anna, monday)).toBeFocused()
    })

    await test.step('where it has no date any more', async () => {
      await barOf(anna, 'Weld').focus()
      await moves('Weld', 'm')
      const dialog = ben.getByRole('dialog', { name: 'Move to date' })
      await dialog.getByRole('button', { name: 'Remove dates' }).click()
      await dialog.getByRole('button', { name: 'Move', exact: true }).click()
      await hears(exactly('Weld has no date any more'))
      await expect(day(anna, monday)).toBeFocused()
    })

    await test.step('where it is archived', async () => {
      await barOf(anna, 'Cut').focus()
      await moves('Cut', 'Delete')
      await hears(exactly('Cut is not on the calendar any more'))
      await expect(day(anna, monday)).toBeFocused()
    })

    await test.step('on a phone, in the list of days', async () => {
      await anna.setViewportSize({ width: 390, height: 800 })
      await barOf(anna, 'Paint').focus()
      await moves('Paint', 'Alt+ArrowRight')
      await expect(onDay('Paint', monday + 1)).toBeFocused()
      await moves('Paint', 'Alt+ArrowLeft')
      await expect(onDay('Paint', monday)).toBeFocused()
      await moves('Paint', 'Alt+ArrowDown')
      await hears(exactly(`Paint is now on ${long(monday + 7)}`))
      await expect(day(anna, monday).getByRole('heading')).toBeFocused()
    })
  })
})
