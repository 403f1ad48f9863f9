/** Suggesting goes on without a network; what was decided meanwhile is decided once. */
import { expect, type Locator } from '@playwright/test'
import { test, type Writer } from './doc-fixtures'
import { expectSameWords } from './doc-page'
import { beginToSuggest, select, suggestionsPanel } from './suggestion-page'

const proposed = ({ body }: Pick<Writer, 'body'>, sign: 'ins' | 'del'): Locator =>
  body.locator(`${sign}.suggested`)

const start = 'The pump leaks on Mondays.'

async function suggestTuesdays(editor: Writer, ada: Writer) {
  await editor.goToEnd()
  await editor.type(start)
  await expectSameWords([editor, ada], [start])
  await beginToSuggest(ada)
  await select(ada, 'Mondays')
  await ada.type('Tuesdays')
  await expect(proposed(editor, 'ins')).toHaveText('Tuesdays')
  await ada.says('Saved')
}

test('what is suggested without a network arrives later, and what was accepted meanwhile stands there once', async ({
  inDoc,
}) => {
  const [editor, ada] = await inDoc('contributor', 'commenter')
  await suggestTuesdays(editor, ada)
  await ada.goOffline()
  await ada.goToEnd()
  await ada.type(' It is old.')
  await select(ada, 'leaks')
  await ada.type('drips')
  await expect.poll(() => ada.words()).toEqual(['The pump drips on Tuesdays. It is old.'])

  await test.step('meanwhile the editor accepts one, and writes on', async () => {
    await editor.press('Control+Alt+j', 'Control+Alt+a')
    await expect(editor.body.locator('.suggested')).toHaveCount(0)
    await editor.goToStart()
    await editor.type('Listen: ')
    await editor.says('Saved')
  })

  await ada.comeBack()
  await ada.says('Saved')
  await expect.poll(() => ada.words()).toEqual(['Listen: The pump drips on Tuesdays. It is old.'])
  await expect(proposed(editor, 'ins')).toHaveText(['drips', ' It is old.'])
  await editor.page.getByRole('button', { name: /^Suggestions/ }).click()
  await suggestionsPanel(editor.page)
    .getByRole('button', { name: /^Accept all/ })
    .click()
  await expect(suggestionsPanel(editor.page).getByText('No suggestions')).toBeVisible()
  await expectSameWords([editor, ada], ['Listen: The pump drips on Tuesdays. It is old.'])
})

test('what was refused meanwhile stays refused, however its author has written on', async ({
  inDoc,
}) => {
  const [editor, ada] = await inDoc('contributor', 'commenter')
  await suggestTuesdays(editor, ada)
  await ada.goOffline()
  await ada.goToStart()
  await ada.type('Alas: ')
  await editor.press('Control+Alt+j', 'Control+Alt+r')
  await expect(editor.body.locator('.suggested')).toHaveCount(0)
  await ada.comeBack()
  await expect(proposed(editor, 'ins')).toHaveText(['Alas: '])
  await expect.poll(() => ada.words()).toEqual(['Alas: The pump leaks on Mondays.'])
  expect(await editor.words()).toEqual([start])
})
