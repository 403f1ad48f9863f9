import { putMember } from '@atelier/server/projects/project-change-queries'
import { makeBoard, makeProject } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { test } from './fixtures'

const line = (page: Page, name: string | RegExp) => page.getByRole('menuitem', { name })

async function ask(page: Page, words: string) {
  await page.keyboard.press('Control+k')
  await expect(page.getByLabel('Search commands, projects, docs and boards')).toBeFocused()
  await page.keyboard.type(words)
}

test('a board is copied from the palette, here and to another project, and who cannot see that is named', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const made = await makeBoard(house.db, project, workspace.owner, {
    title: 'Work',
    columns: ['To do', 'Done'],
    cards: [
      { title: 'Measure', column: 'To do', assignee: ben.id },
      { title: 'Weld', column: 'Done', assignee: anna.id },
    ],
  })
  const { page } = anna
  const hers = boardPage(anna)
  await hers.open(made)

  await test.step('with one project there is no other to copy to', async () => {
    await ask(page, 'board')
    await expect(line(page, 'Duplicate board…')).toBeVisible()
    await expect(line(page, /another project/)).toHaveCount(0)
    await page.keyboard.press('Escape')
  })

  await test.step('here it has everybody', async () => {
    await ask(page, 'duplicate board')
    await line(page, 'Duplicate board…').click()
    const dialog = page.getByRole('dialog', { name: 'Duplicate board' })
    await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(hers.title).toHaveValue('Work (copy)')
    await hers.shows({ 'To do': ['Measure'], Done: ['Weld'] })
    await expect(hers.card('Measure')).toContainText(ben.name)
  })

  await test.step('in another project only those who may see it', async () => {
    const other = await makeProject(house.db, workspace.owner, { title: 'Line 3' })
    await putMember(house.db, other, anna.id, 'contributor')
    await hers.open(made)
    await ask(page, 'another project')
    await line(page, 'Copy board to another project…').click()
    const dialog = page.getByRole('dialog', { name: 'Copy to another project' })
    await expect(dialog.getByRole('button', { name: /Line 3 Project$/ })).toBeVisible()
    await dialog.getByRole('button', { name: 'Duplicate' }).press('Enter')
    const said = `${ben.name} cannot see that project and is not on the new board’s cards.`
    await expect(page.getByText(said)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Line 3' }).first()).toBeVisible()
    await hers.shows({ 'To do': ['Measure'], Done: ['Weld'] })
    await expect(hers.card('Measure')).not.toContainText(ben.name)
    await expect(hers.card('Weld')).toContainText(anna.name)
  })
})
