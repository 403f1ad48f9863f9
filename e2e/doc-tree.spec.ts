/** Docs under each other: arranged by keyboard and by mouse, live for everybody, binned and restored. */
import { makeDoc, makeProject } from '@atelier/server/testing/make'
import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './doc-fixtures'
import type { Person } from './fixtures'

const tree = (page: Page): Locator => page.getByRole('main').getByRole('treegrid')
const row = (page: Page, title: string) => tree(page).getByRole('row', { name: title })
/** Each row with how deep it stands: `1 Plan`. */
const rows = (page: Page) =>
  tree(page)
    .getByRole('row')
    .evaluateAll((all) =>
      all.map((one) => `${one.getAttribute('aria-level')} ${one.querySelector('a')?.textContent}`),
    )
const shows = (people: Person[], expected: string[]) =>
  Promise.all(
    people.map(({ page }) => expect.poll(() => rows(page), { timeout: 10_000 }).toEqual(expected)),
  )

test.beforeEach(async ({ house, project, workspace }) => {
  for (const title of ['Plan', 'Log', 'Notes']) {
    await makeDoc(house.db, project, workspace.owner, title)
  }
})

test('somebody arranges docs by keyboard alone, and everybody else sees it', async ({
  project,
  together,
}) => {
  const [anna, ben] = await together(project, 'contributor', 'viewer')
  for (const { page } of [anna, ben]) await page.goto(`/projects/${project.id}`)
  await shows([anna, ben], ['1 Plan', '1 Log', '1 Notes'])

  await row(anna.page, 'Notes').focus()
  await anna.page.keyboard.press('Alt+Shift+ArrowUp')
  await shows([anna, ben], ['1 Plan', '1 Notes', '1 Log'])
  await expect(anna.page.getByText('“Notes” now stands before “Log”.')).toBeAttached()
  await row(anna.page, 'Notes').focus()
  await anna.page.keyboard.press('Alt+Shift+ArrowRight')
  await shows([anna], ['1 Plan', '2 Notes', '1 Log'])
  await expect.poll(() => rows(ben.page)).toEqual(['1 Plan', '1 Log'])
  await row(ben.page, 'Plan').focus()
  await ben.page.keyboard.press('ArrowRight')
  await shows([ben], ['1 Plan', '2 Notes', '1 Log'])
  await row(anna.page, 'Log').focus()
  await anna.page.keyboard.press('Alt+Shift+ArrowRight')
  await shows([anna, ben], ['1 Plan', '2 Notes', '2 Log'])
  await row(anna.page, 'Log').focus()
  await anna.page.keyboard.press('Alt+Shift+ArrowLeft')
  await shows([anna, ben], ['1 Plan', '2 Notes', '1 Log'])

  await row(anna.page, 'Notes').focus()
  await anna.page.keyboard.press('Alt+Shift+ArrowLeft')
  await shows([anna, ben], ['1 Plan', '1 Notes', '1 Log'])
  await row(ben.page, 'Notes').focus()
  await ben.page.keyboard.press('Alt+Shift+ArrowUp')
  await row(ben.page, 'Notes').press('Enter')
  await expect(ben.page).toHaveURL(/\/docs\//)
})

test('a doc is dragged onto another, and stands inside it for everybody', async ({
  project,
  together,
}) => {
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  for (const { page } of [anna, ben]) await page.goto(`/projects/${project.id}`)
  await shows([anna, ben], ['1 Plan', '1 Log', '1 Notes'])
  // As a hand does: over many points, so that the row has been shown to take it.
  await row(anna.page, 'Notes').dragTo(row(anna.page, 'Plan'), { steps: 24 })
  await shows([anna], ['1 Plan', '2 Notes', '1 Log'])
  await expect.poll(() => rows(ben.page)).toEqual(['1 Plan', '1 Log'])
  await row(anna.page, 'Notes').getByRole('link').click()
  const way = anna.page.getByRole('navigation', { name: 'Where you are' })
  await expect(way.getByRole('link', { name: 'Plan' })).toBeVisible()
})

test('a doc in the bin is nobody’s until it is restored, and then whose it was', async ({
  inDoc,
  project,
}) => {
  const [anna, ben, vera] = await inDoc('contributor', 'contributor', 'viewer')
  await anna.body.click()
  await anna.type('What was agreed')
  await anna.says('Saved')
  await anna.page.getByRole('button', { name: 'Doc menu' }).click()
  await anna.page.getByRole('menuitem', { name: 'Move to bin' }).click()
  await expect(anna.page).toHaveURL(new RegExp(`/projects/${project.id}`))
  await expect(ben.page.getByRole('heading', { name: '“Minutes” is in the bin' })).toBeVisible()
  await expect(vera.body).toHaveCount(0)
  await expect(vera.page.getByRole('button', { name: 'Restore' })).toHaveCount(0)

  await ben.page.getByRole('button', { name: 'Restore' }).click()
  await expect(ben.body).toContainText('What was agreed')
  await expect.poll(() => rows(anna.page)).toContain('1 Minutes')
})

test('a doc moves to another project, and only who is there still sees it', async ({
  house,
  inDoc,
  workspace,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  const other = await makeProject(house.db, workspace.owner, {
    title: 'The other one',
    members: [[{ ...workspace.owner, id: anna.id }, 'contributor']],
  })
  await anna.page.reload()
  await expect(anna.body).toBeVisible()
  await anna.page.getByRole('button', { name: 'Doc menu' }).click()
  await anna.page.getByRole('menuitem', { name: 'Move…' }).click()
  const dialog = anna.page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Project/ }).click()
  await anna.page.getByRole('option', { name: 'The other one' }).click()
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(ben.body).toHaveCount(0)
  await expect(anna.body).toBeVisible()
  const way = anna.page.getByRole('navigation', { name: 'Where you are' })
  await expect(way.getByRole('link', { name: other.title })).toBeVisible()
})

test('a new doc begins with a template, chosen by keyboard', async ({ project, together }) => {
  const [anna] = await together(project, 'contributor')
  await anna.page.goto(`/projects/${project.id}`)
  await anna.page.getByRole('button', { name: 'New doc from a template' }).press('Enter')
  const list = anna.page.getByRole('listbox', { name: 'What would you like to begin with?' })
  await expect(list.getByRole('option', { name: 'Empty doc' })).toBeFocused()
  await anna.page.keyboard.press('ArrowDown')
  await anna.page.keyboard.press('ArrowDown')
  await expect(list.getByRole('option', { name: 'Experiment' })).toBeFocused()
  await expect(anna.page.getByText('How we do it')).toBeVisible()
  await anna.page.keyboard.press('Enter')
  await expect(anna.page.getByRole('textbox', { name: 'Text of the doc' })).toContainText(
    'What we want to find out',
  )
  await expect(anna.page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(
    'Experiment',
  )
})
