import { expect } from '@playwright/test'
import { test } from './doc-fixtures'
import { expectSameWords } from './doc-page'

test('one merges cells while the other writes in one of them: both end with the same table', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('/table')
  await anna.press('Enter')
  await anna.type('Who')
  const cell = ben.body.getByRole('cell').first()
  await cell.click()
  await ben.type('Ben writes')
  await expect(anna.body.getByText('Ben writes')).toBeVisible()
  ben.vanish()
  await ben.type(' and goes on')
  await anna.body.getByText('Ben writes').click()
  await anna.press('End', 'Shift+ArrowRight')
  await anna.page
    .getByRole('toolbar', { name: 'Table' })
    .getByRole('button', { name: 'Merge cells' })
    .press('Enter')
  await expect(anna.body.locator('[colspan="2"]')).toHaveCount(1)
  await ben.comeBack()
  await expectSameWords([anna, ben])
  for (const person of [anna, ben]) {
    await person.says('Saved')
    await expect(person.body.locator('[colspan="2"]')).toHaveCount(1)
    expect((await person.words()).join(' ')).toContain('Ben writes and goes on')
  }
})

test('one moves a block while the other writes in it: no word is lost', async ({ inDoc }) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('first')
  await anna.press('Enter')
  await anna.type('second')
  await anna.press('Enter')
  await anna.type('third')
  await expectSameWords([anna, ben], ['first', 'second', 'third'])
  await ben.body.getByText('second').click()
  await ben.press('End')
  ben.vanish()
  await ben.type(' by Ben')
  await anna.body.getByText('second').click()
  await anna.press('Alt+Shift+ArrowDown')
  await expect.poll(() => anna.words()).toEqual(['first', 'third', 'second'])
  await ben.comeBack()
  await expectSameWords([anna, ben], ['first', 'third', 'second by Ben'])
  await ben.press('End')
  for (const person of [anna, ben]) await person.says('Saved')
})

test('two give one task to people, tick it and write in it at once', async ({ inDoc }) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('[ ] Tell the team')
  await expectSameWords([anna, ben])
  await ben.goToEnd()
  await Promise.all([
    ben.type(' of the night shift'),
    anna.body.getByRole('checkbox').press('Space'),
  ])
  await anna.press('Alt+Shift+a')
  const picker = anna.page.getByRole('dialog', { name: 'Whose task is it?' })
  await expect(picker.getByRole('searchbox').or(picker.getByRole('textbox'))).toBeFocused()
  await anna.type('ben')
  await expect(anna.page.getByRole('menuitemradio', { name: 'Ben Okafor' })).toBeVisible()
  await expect(anna.page.getByRole('menuitemradio')).toHaveCount(1)
  await anna.press('Enter')
  for (const person of [anna, ben]) {
    await expect(person.body.getByRole('checkbox')).toBeChecked()
    await expect(person.body.getByRole('checkbox')).toHaveAccessibleName(
      'Task: Tell the team of the night shift, of Ben Okafor',
    )
    await person.says('Saved')
  }
})
