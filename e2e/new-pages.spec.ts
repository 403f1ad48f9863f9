import { makeBoard, makeDoc, makePerson, makeProject } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { docPage } from './doc-page'
import { test } from './fixtures'

const list = (page: Page) => page.getByRole('main')
const sidebar = (page: Page) => page.getByRole('complementary')
const newFrom = (page: Page, name: string) => page.getByRole('button', { name }).first()

test('a new doc has no title yet, and the caret is where it is written', async ({
  workspace,
  project,
  comeIn,
}) => {
  const { page } = await comeIn(workspace.owner)
  const doc = docPage({ page })
  await page.goto(`/projects/${project.id}`)
  await newFrom(page, 'New doc').click()
  await expect(doc.title).toBeFocused()
  await expect(doc.title).toHaveValue('')
  await expect(doc.title).toHaveAttribute('placeholder', 'Untitled doc')
  await expect(page).toHaveTitle('Untitled doc · Atelier')
  await expect(page.getByRole('navigation', { name: 'Where you are' })).toContainText(
    'Untitled doc',
  )
  await doc.says('Saved')

  await page.goto(`/projects/${project.id}`)
  await list(page).getByRole('link', { name: 'Untitled doc' }).click()
  await expect(doc.title).toBeVisible()
  await expect(doc.title).not.toBeFocused()
  await doc.title.click()
  await doc.type('Why the scrap')
  await doc.press('Enter')
  await expect(doc.body).toBeFocused()
  await expect(page).toHaveTitle('Why the scrap · Atelier')
})

test('a new board, made from the palette, waits for its title', async ({
  workspace,
  project,
  comeIn,
}) => {
  const { page } = await comeIn(workspace.owner)
  const board = boardPage({ page })
  await page.goto(`/projects/${project.id}`)
  await expect(newFrom(page, 'New board')).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByLabel('Search commands, projects, docs and boards')).toBeFocused()
  await page.keyboard.type('new board')
  await expect(page.getByRole('menuitem')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(board.title).toBeFocused()
  await expect(board.title).toHaveValue('')
  await expect(page).toHaveTitle('Untitled board · Atelier')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('untitled')
  await expect(page.getByRole('menuitem', { name: 'Untitled board' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(board.title).toBeFocused()
  await page.keyboard.type('Trials')
  await board.says('Saved')
  await expect(page).toHaveTitle('Trials · Atelier')
})

test('a double click makes one doc, not two', async ({ workspace, project, comeIn }) => {
  const { page } = await comeIn(workspace.owner)
  await page.goto(`/projects/${project.id}`)
  // Both in one tick, before anything can be drawn: no hand is as quick, but a page may be as slow.
  await newFrom(page, 'New doc').evaluate((button: HTMLElement) => {
    button.click()
    button.click()
  })
  await expect(docPage({ page }).title).toBeFocused()
  await page.goto(`/projects/${project.id}`)
  await expect(list(page).getByRole('link', { name: 'Untitled doc' })).toHaveCount(1)
})

test('pages without a title are called so in the language of whoever reads', async ({
  house,
  workspace,
  comeIn,
}) => {
  const jonas = await makePerson(house.db, workspace, { language: 'de' })
  const project = await makeProject(house.db, workspace.owner, { members: [[jonas, 'viewer']] })
  await makeDoc(house.db, project, workspace.owner, '')
  await makeBoard(house.db, project, workspace.owner, { title: '' })
  const { page } = await comeIn(jonas)
  await page.goto(`/projects/${project.id}`)
  await expect(list(page).getByRole('link', { name: 'Board ohne Titel' })).toBeVisible()
  await expect(sidebar(page).getByRole('link', { name: 'Board ohne Titel' })).toBeVisible()
  await sidebar(page).getByRole('link', { name: 'Dokument ohne Titel' }).click()
  await expect(page).toHaveTitle('Dokument ohne Titel · Atelier')
})
