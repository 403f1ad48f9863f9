import { makeBoard, makeDepartment, makePerson, makeProject } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { choose } from './choose'
import { test } from './fixtures'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })
const projectCard = (page: Page, title: string) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: title })

test('an empty home teaches the first step, down to the first board', async ({
  house,
  workspace,
  comeIn,
}) => {
  await makeDepartment(house.db, workspace, 'Foundry')
  const { page } = await comeIn(workspace.owner)
  await page.goto('/')
  await expect(page.getByText('No project is running yet.')).toBeVisible()
  await expect(heading(page, 'Start with a real problem')).toBeVisible()
  await page.getByRole('button', { name: 'Start a project' }).click()
  const dialog = page.getByRole('dialog', { name: 'New project' })
  await dialog.getByLabel('Title').fill('  Less waste in the foundry ')
  await dialog.getByLabel('The challenge, in a sentence').fill('Sand is thrown away every day.')
  await dialog.getByText('Foundry').click()
  await dialog.getByRole('button', { name: 'Create project' }).click()
  await expect(dialog).toBeHidden()
  await expect(heading(page, 'Less waste in the foundry')).toBeVisible()
  await expect(page.getByText('Sand is thrown away every day.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Departments taking part' })).toHaveText('Foundry')
  await expect(heading(page, 'An empty bench, ready for work')).toBeVisible()
  await page.getByRole('button', { name: 'New board' }).click()
  await expect(page.getByRole('region', { name: 'In progress' })).toBeVisible()
  await page.getByRole('link', { name: 'Home', exact: true }).first().click()
  await expect(page.getByText('One project is running.')).toBeVisible()
  await expect(projectCard(page, 'Less waste in the foundry')).toContainText('1 board')
})

test('whoever is in no project yet is told what will happen', async ({
  house,
  workspace,
  comeIn,
}) => {
  const paul = await makePerson(house.db, workspace, { name: 'Paul Partner', role: 'partner' })
  const { page } = await comeIn(paul)
  await page.goto('/')
  await expect(heading(page, 'No project yet')).toBeVisible()
  await expect(page.getByRole('button', { name: /project/i })).toHaveCount(0)
})

test('home shows who is in a project right now', async ({
  house,
  workspace,
  project,
  together,
}) => {
  const board = await makeBoard(house.db, project, workspace.owner)
  const [anna, ben] = await together(project, 'contributor', 'viewer')
  await anna.page.goto('/')
  const card = projectCard(anna.page, project.title)
  await expect(card.getByLabel('Members: ')).toBeVisible()
  await expect(card.getByLabel(/^Here now/)).toHaveCount(0)
  await boardPage(ben).open(board)
  await expect(card.getByLabel('Here now: Ben Okafor')).toBeVisible()
  await anna.page.goto(`/projects/${project.id}`)
  await expect(anna.page.getByLabel('Here now: Ben Okafor').first()).toBeVisible()
  await ben.page.close()
  await expect(anna.page.getByLabel(/^Here now/)).toHaveCount(0)
})

test('a project is archived with one press, and comes back with another', async ({
  house,
  workspace,
  project,
  together,
}) => {
  const board = await makeBoard(house.db, project, workspace.owner)
  const [anna, ben] = await together(project, 'lead', 'contributor')
  await boardPage(ben).open(board)
  await anna.page.goto(`/projects/${project.id}`)
  await anna.page.getByRole('tab', { name: 'Settings' }).click()
  const archive = anna.page.getByRole('button', { name: 'Archive project' })
  await archive.click()
  const banner = anna.page.getByText('This project is archived. It can be read, but not changed.')
  await expect(banner).toBeVisible()
  const undo = anna.page.getByRole('button', { name: 'Undo' })
  // A pointer that rests on it keeps it there.
  await undo.hover()
  await expect(boardPage(ben).badge).toHaveAccessibleName('Read only')
  await expect(ben.page.getByRole('button', { name: 'Add card' })).toHaveCount(0)
  await undo.click()
  await expect(banner).toHaveCount(0)
  await expect(boardPage(ben).badge).toHaveAccessibleName('Saved')
  await expect(ben.page.getByRole('button', { name: 'Add card' })).toHaveCount(2)

  await archive.click()
  await expect(banner).toBeVisible()
  await anna.page.goto('/')
  await expect(heading(anna.page, 'Start with a real problem')).toBeVisible()
  await anna.page.getByRole('link', { name: /^Archived/ }).click()
  await anna.page.getByRole('main').getByRole('link', { name: project.title }).click()
  await anna.page.getByRole('button', { name: 'Restore' }).click()
  await expect(banner).toHaveCount(0)
})

test('a lead brings people in, gives them roles, and takes them out again', async ({
  house,
  workspace,
  project,
  comeIn,
}) => {
  const nils = await comeIn(await makePerson(house.db, workspace, { name: 'Nils Aas' }))
  await makeProject(house.db, workspace.owner, { title: 'Of no concern to Nils' })
  await nils.page.goto('/')
  await expect(heading(nils.page, 'Start with a real problem')).toBeVisible()
  const { page } = await comeIn(workspace.owner)
  await page.goto(`/projects/${project.id}?tab=members`)
  await page.getByRole('combobox', { name: 'Add somebody' }).fill('nil')
  await page.getByRole('option', { name: 'Nils Aas' }).click()
  await choose(page, 'As', /^Viewer/)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(projectCard(nils.page, project.title)).toBeVisible()
  await expect(projectCard(nils.page, 'Of no concern to Nils')).toHaveCount(0)
  await nils.page.goto(`/projects/${project.id}`)
  await expect(nils.page.getByText('As soon as the team adds docs and boards')).toBeVisible()

  await choose(page, 'Role of Nils Aas', /^Contributor/)
  await expect(nils.page.getByRole('button', { name: 'New board' })).toBeVisible()
  await page.getByRole('button', { name: 'Take Nils Aas out of the project' }).click()
  const undo = page.getByRole('button', { name: 'Undo' })
  // A pointer that rests on it keeps it there.
  await undo.hover()
  await expect(heading(nils.page, 'There is nothing here')).toBeVisible()
  await undo.click()
  await expect(heading(nils.page, project.title)).toBeVisible()
  await expect(nils.page.getByRole('button', { name: 'New board' })).toBeVisible()
})

test('a project is never left without somebody in charge', async ({
  workspace,
  project,
  comeIn,
}) => {
  const { page } = await comeIn(workspace.owner)
  await page.goto(`/projects/${project.id}?tab=members`)
  await page.getByRole('button', { name: 'Leave the project' }).click()
  await expect(
    page.getByText(
      'Somebody else was quicker, or this would leave nobody in charge. Please look again.',
    ),
  ).toBeVisible()
  await expect(page.getByRole('list', { name: 'Members' })).toContainText('Olga Owner')
})
