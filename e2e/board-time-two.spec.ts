/** Two who plan at once, one in the calendar and one on the timeline. */
import { makeBoard } from '@atelier/server/testing/make'
import { dayAt } from '@atelier/shared/boards/span'
import { expect, type Page } from '@playwright/test'
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
    await barOf(anna, 'Measure').focus()
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
