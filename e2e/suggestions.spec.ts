/** What people suggest who may not write, and what becomes of it. */
import { expect, type Page } from '@playwright/test'
import { test } from './doc-fixtures'
import { type DocPage, expectSameWords } from './doc-page'
import { beginToSuggest, select, suggestionsPanel } from './suggestion-page'

const voice = (page: Page) => page.locator('[data-suggestion-voice]')

async function suggested({ page }: DocPage): Promise<string[]> {
  const cards = suggestionsPanel(page).locator('.suggestion-card-change')
  const each = await cards.all()
  return Promise.all(
    each.map(async (card) => {
      const words = (name: string) => card.locator(`${name} >> nth=0`)
      const [gone, come] = [words('del'), words('ins')]
      const said = async (part: typeof gone, sign: string) =>
        (await part.count()) > 0
          ? sign + ((await part.textContent()) ?? '').replace(/^\w+: /, '')
          : ''
      return [await said(gone, '-'), await said(come, '+')].filter(Boolean).join(' ')
    }),
  )
}

test('a commenter suggests; an editor types through the paragraph, accepts and refuses by keyboard', async ({
  inDoc,
}) => {
  const [editor, ada, ben] = await inDoc('contributor', 'commenter', 'viewer')
  await editor.goToEnd()
  await editor.type('The pump leaks on Mondays since May, and nobody knows why.')
  await expectSameWords(
    [editor, ada, ben],
    ['The pump leaks on Mondays since May, and nobody knows why.'],
  )

  await beginToSuggest(ada)
  await select(ada, 'Mondays')
  await ada.type('Tuesdays')
  await select(ada, ', and nobody knows why')
  await ada.press('Delete')

  await test.step('everybody sees it, and the doc says what it said', async () => {
    for (const one of [editor, ben]) {
      await expect(one.body.locator('ins.suggested')).toHaveText('Tuesdays')
      await expect(one.body.locator('.suggested-removed')).toHaveCount(2)
      expect(await one.words()).toEqual([
        'The pump leaks on Mondays since May, and nobody knows why.',
      ])
    }
    expect(await ada.words()).toEqual(['The pump leaks on Tuesdays since May.'])
    await expect(ada.body.locator('del.suggested')).toHaveText([
      'Mondays',
      ', and nobody knows why',
    ])
  })

  await editor.goToStart()
  await editor.type('Listen: ')
  await editor.press('Control+End')
  await editor.type(' Today.')
  await expect
    .poll(() => ada.words())
    .toEqual(['Listen: The pump leaks on Tuesdays since May. Today.'])

  const becameOf = suggestionsPanel(ada.page).getByRole('list', { name: 'Decided' })
  await test.step('the commenter looks what became of earlier ones', async () => {
    await ada.page.getByRole('button', { name: /^Suggestions/ }).click()
    const decided = suggestionsPanel(ada.page).getByRole('button', { name: 'Decided' })
    await expect(decided).toHaveAttribute('aria-expanded', 'false')
    await decided.press('Enter')
    await expect(decided).toHaveAttribute('aria-expanded', 'true')
    await expect(suggestionsPanel(ada.page).getByText('Nothing has been decided')).toBeVisible()
  })

  await test.step('the editor goes through them without a mouse', async () => {
    await editor.press('Control+Alt+j')
    await expect(voice(editor.page)).toHaveText(
      '1 of 2. Ben Okafor, Replace: “Mondays” by “Tuesdays”',
    )
    await editor.press('Control+Alt+a')
    await expect(editor.page.getByText('Suggestion accepted.')).toBeVisible()
    await expect(editor.body.locator('.suggested-removed')).toHaveCount(1)
    await editor.press('Control+Alt+r')
    await expect(editor.page.getByText('Suggestion refused.')).toBeVisible()
    await expect(editor.body.locator('.suggested')).toHaveCount(0)
    await expect(becameOf.getByRole('listitem')).toContainText([
      /Ben Okafor.*Delete.*nobody knows why.*Refused by \w+/,
      /Ben Okafor.*Replace.*Mondays.*Tuesdays.*Accepted by \w+/,
    ])
  })

  const end = ['Listen: The pump leaks on Tuesdays since May, and nobody knows why. Today.']
  await expectSameWords([editor, ada, ben], end)
  await ada.says('Saved')
  for (const one of [editor, ada, ben]) await one.page.reload()
  await expectSameWords([editor, ada, ben], end)
})

test('two people suggest in one paragraph, and the end is the same everywhere', async ({
  inDoc,
}) => {
  const [editor, ada, ben] = await inDoc('contributor', 'commenter', 'commenter')
  await editor.goToEnd()
  await editor.type('We meet at nine in the workshop.')
  await expectSameWords([editor, ada, ben], ['We meet at nine in the workshop.'])
  await beginToSuggest(ada)
  await beginToSuggest(ben)
  await select(ada, 'nine')
  await ada.type('ten')
  await select(ben, 'the workshop')
  await ben.press('ArrowLeft')
  await ben.type('front of ')
  await editor.page.getByRole('button', { name: /^Suggestions/ }).click()
  await expect.poll(() => suggested(editor)).toEqual(['-nine +ten', '+front of'])
  await editor.goToEnd()
  await editor.type(' Bring tea.')

  await suggestionsPanel(editor.page)
    .getByRole('button', { name: 'Accept all', exact: true })
    .click()
  await expect(suggestionsPanel(editor.page).getByText('No suggestions')).toBeVisible()
  await expectSameWords([editor, ada, ben], ['We meet at ten in front of the workshop. Bring tea.'])

  await test.step('and it can be taken back', async () => {
    await editor.page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => suggested(editor)).toEqual(['-nine +ten', '+front of'])
    await expectSameWords([editor], ['We meet at nine in the workshop. Bring tea.'])
  })
})

test('what is suggested in a line stays suggested where an editor moves that line to', async ({
  inDoc,
}) => {
  const [editor, ada] = await inDoc('contributor', 'commenter')
  await editor.goToEnd()
  await editor.type('First the valve.')
  await editor.press('Enter')
  await editor.type('Then the pump on Mondays.')
  await expectSameWords([editor, ada], ['First the valve.', 'Then the pump on Mondays.'])
  await beginToSuggest(ada)
  await select(ada, 'Mondays')
  await ada.type('Tuesdays')
  await expect(editor.body.locator('ins.suggested')).toHaveText('Tuesdays')

  await test.step('made a heading, and joined with the line before', async () => {
    await editor.goToEnd()
    await editor.press('Control+Alt+2')
    await expect(editor.body.locator('h2 ins.suggested')).toHaveText('Tuesdays')
    await editor.goToEnd()
    await editor.press('Home')
    await editor.press('Backspace')
    await expect(editor.body.locator('p ins.suggested')).toHaveText('Tuesdays')
    await expectSameWords([ada], ['First the valve.Then the pump on Tuesdays.'])
  })

  // Until it has come along, nothing is suggested there.
  await expect(async () => {
    await editor.press('Control+Alt+j')
    await expect(voice(editor.page)).toContainText('1 of 1', { timeout: 1_000 })
  }).toPass()
  await editor.press('Control+Alt+a')
  await expectSameWords([editor, ada], ['First the valve.Then the pump on Tuesdays.'])
})
