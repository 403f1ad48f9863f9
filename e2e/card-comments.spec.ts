import { makeBoard } from '@atelier/server/testing/make'
import { expect } from '@playwright/test'
import { boardPage, cardWindow } from './board-page'
import { test } from './fixtures'

test('two people talk about a card: it is counted on the board, answered, changed, and watched', async ({
  house,
  workspace,
  project,
  together,
}) => {
  const made = await makeBoard(house.db, project, workspace.owner, {
    title: 'Scrap board',
    columns: ['To do'],
    cards: [{ title: 'Measure', column: 'To do' }],
  })
  const [anna, ben] = await together(project, 'contributor', 'commenter')
  const [hers, his] = [boardPage(anna), boardPage(ben)]
  await hers.open(made)
  await his.open(made)
  const herWindow = await hers.openCard('Measure')
  const hisWindow = await his.openCard('Measure')
  const field = { name: 'New comment on this card' }

  await test.step('she asks him by name, and he reads it at once', async () => {
    const write = herWindow.dialog.getByRole('textbox', field)
    await write.fill('Which steel, @ben')
    await expect(anna.page.getByRole('option', { name: /Ben Okafor/ })).toBeVisible()
    await write.press('Enter')
    await write.press('Control+Enter')
    await expect(
      hisWindow.dialog.getByText('Which steel, @Ben Okafor', { exact: true }),
    ).toBeVisible()
    await expect(write).toHaveValue('')
  })

  await test.step('he answers, and thinks better of it', async () => {
    const write = hisWindow.dialog.getByRole('textbox', field)
    await write.fill('The thin one')
    await hisWindow.dialog.getByRole('button', { name: 'Comment', exact: true }).click()
    await expect(herWindow.dialog.getByText('The thin one', { exact: true })).toBeVisible()
    await hisWindow.dialog
      .getByRole('button', { name: `More about the comment by ${ben.name}` })
      .click()
    await ben.page.getByRole('menuitem', { name: 'Edit' }).click()
    const edit = hisWindow.dialog.getByRole('textbox', { name: 'Edit the comment' })
    await edit.fill('The thick one')
    await edit.press('Control+Enter')
    await expect(herWindow.dialog.getByText('The thick one', { exact: true })).toBeVisible()
    await herWindow.dialog.getByRole('button', { name: 'Add a reaction' }).last().click()
    await anna.page.getByRole('button', { name: '👍' }).first().click()
    await expect(hisWindow.dialog.getByRole('button', { name: `👍 by ${anna.name}` })).toBeVisible()
  })

  await test.step('whoever speaks watches, until they say otherwise', async () => {
    await expect(herWindow.dialog.getByRole('button', { name: 'Stop watching' })).toBeVisible()
    for (const window of [herWindow, hisWindow]) {
      // On a button, Escape is for what floats beside it.
      await window.dialog.getByRole('textbox', field).focus()
      await window.close()
    }
    for (const board of [hers, his]) {
      await expect(board.card('Measure')).toContainText('2 comments')
      await expect(board.card('Measure')).toContainText('You watch this card')
    }
    const window = await his.openCard('Measure')
    await window.dialog.getByRole('button', { name: 'Stop watching' }).click()
    await expect(window.dialog.getByRole('button', { name: 'Watch this card' })).toBeVisible()
    await window.close()
    await expect(his.card('Measure')).not.toContainText('You watch this card')
    await expect(hers.card('Measure')).toContainText('You watch this card')
  })
})

test('what is said about a card without a network waits, and is said when there is one', async ({
  house,
  workspace,
  project,
  together,
}) => {
  const made = await makeBoard(house.db, project, workspace.owner, {
    columns: ['To do'],
    cards: [{ title: 'Measure', column: 'To do' }],
  })
  const [anna, ben] = await together(project, 'contributor', 'viewer')
  const [hers, his] = [boardPage(anna), boardPage(ben)]
  await hers.open(made)
  await his.open(made)
  const window = await hers.openCard('Measure')
  const write = window.dialog.getByRole('textbox', { name: 'New comment on this card' })
  await expect(write).toBeVisible()
  await anna.goOffline()
  await write.fill('From the cellar')
  await write.press('Control+Enter')
  await expect(window.dialog.getByText('From the cellar', { exact: true })).toBeVisible()
  await expect(write).toHaveValue('')
  await anna.comeBack()
  await expect(his.card('Measure')).toContainText('1 comment')
  await his.card('Measure').click()
  const read = cardWindow(ben.page).dialog
  await expect(read.getByText('From the cellar', { exact: true })).toBeVisible()
  await expect(read.getByRole('textbox', { name: 'New comment on this card' })).toBeHidden()
})
