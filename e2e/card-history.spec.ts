import { makeBoard } from '@atelier/server/testing/make'
import { expect } from '@playwright/test'
import { boardPage } from './board-page'
import { test } from './fixtures'

test('a card tells who did what to it', async ({ house, project, workspace, together }) => {
  const board = await makeBoard(house.db, project, workspace.owner, {
    columns: ['To do', 'Done'],
    cards: [{ title: 'Measure', column: 'To do' }],
  })
  const [one, other] = await together(project, 'contributor', 'viewer')
  const [anna, ben] = [boardPage(one), boardPage(other)]
  await anna.open(board)
  await ben.open(board)
  await anna.moveTo('Measure', 'Done')
  await anna.says('Saved')
  await ben.shows({ 'To do': [], Done: ['Measure'] })
  const { dialog } = await ben.openCard('Measure')
  await dialog.getByRole('button', { name: 'Show what happened' }).click()
  const history = dialog.getByRole('region', { name: 'What happened' })
  await expect(history).toContainText(one.name)
  await expect(history).toContainText('moved it from To do to Done')
  await expect(history.getByText('made this card')).toBeVisible()
})
