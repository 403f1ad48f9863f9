import { expect } from '@playwright/test'
import { test as base, type Writer } from './doc-fixtures'

/** Anna in an empty doc, with the caret in it. */
const test = base.extend<{ anna: Writer }>({
  anna: async ({ inDoc }, use) => {
    const [anna] = await inDoc('contributor')
    await anna.body.click()
    await use(anna)
    await anna.says('Saved')
  },
})

test('a callout is made, changes its kind, and is left with Enter', async ({ anna }) => {
  const { body, page, type, press } = anna
  await type('/tip')
  await press('Enter')
  await type('Warm the spindle up')
  await press('Enter')
  await type('first')
  const note = body.getByRole('note', { name: 'Tip' })
  await expect(note.getByRole('paragraph')).toHaveText(['Warm the spindle up', 'first'])
  await press('Enter', 'Enter')
  await type('outside')
  await expect(note).not.toContainText('outside')
  await note.getByRole('button', { name: 'Tip: change the kind of callout' }).press('Enter')
  await expect(page.getByRole('menuitemradio', { name: 'Tip' })).toBeFocused()
  await press('ArrowDown', 'Enter')
  await expect(body.getByRole('note', { name: 'Warning' })).toContainText('Warm the spindle up')
  await expect(body).toBeFocused()
  await press('Control+Home', 'Backspace')
  await expect(body.getByRole('note')).not.toContainText('Warm the spindle up')
})

test('a toggle opens with Enter, closes with Mod-Enter, and is one reader’s own affair', async ({
  anna,
  inDoc,
}) => {
  const { body, type, press } = anna
  await type('/toggle')
  await press('Enter')
  await type('What we measured')
  await press('Enter')
  await type('All of it')
  const hidden = body.getByText('All of it')
  await expect(hidden).toBeVisible()
  const [ben] = await inDoc('viewer')
  await expect(ben.body.getByText('All of it')).toBeHidden()
  await ben.body.getByRole('button', { name: /^Show or hide/ }).press('Enter')
  await expect(ben.body.getByText('All of it')).toBeVisible()
  await press('Control+Enter')
  await expect(hidden).toBeHidden()
  await expect(ben.body.getByText('All of it')).toBeVisible()
  await press('Control+Enter')
  await expect(hidden).toBeVisible()
  await press('Home', 'Backspace')
  await expect(body.getByRole('button', { name: /^Show or hide/ })).toHaveCount(0)
  await expect(body.getByRole('paragraph')).toHaveText(['What we measured', 'All of it'])
})

test('a task gets a person and a day, and others see them', async ({ anna, inDoc }) => {
  const { body, page, type, press } = anna
  await type('[ ] Measure the housing')
  await press('Alt+Shift+a')
  const search = page.getByRole('searchbox').or(page.getByRole('textbox', { name: 'Whose task' }))
  await expect(search.last()).toBeFocused()
  await type('ann')
  await expect(page.getByRole('menuitemradio', { name: 'Anna Berg' })).toBeVisible()
  await press('Enter')
  await expect(body.getByRole('button', { name: 'Assigned to Anna Berg. Change' })).toBeVisible()
  await expect(body).toBeFocused()
  await type(' twice /due')
  await press('Enter')
  const days = page.getByRole('dialog', { name: 'Due date' }).getByRole('grid')
  await expect(days.locator(':focus')).toBeVisible()
  await press('ArrowUp', 'ArrowUp', 'Enter')
  await expect(body.getByRole('button', { name: /^Due .+overdue|^Due .+\. Change$/ })).toBeVisible()
  await expect(body.getByRole('checkbox')).toHaveAccessibleName(
    /^Task: Measure the housing twice ?, of Anna Berg, due .+, overdue$/,
  )
  const [ben] = await inDoc('viewer')
  await expect(ben.body.getByRole('checkbox')).toHaveAccessibleName(
    /of Anna Berg, due .+, overdue$/,
  )
  await expect(ben.body.getByRole('button')).toHaveCount(0)
  await press('End', 'Enter')
  await type('Next')
  await expect(body.getByRole('checkbox', { name: 'Task: Next', exact: true })).toBeVisible()
})

test('formulas are typed between dollars, written in a form, and prices stay prices', async ({
  anna,
}) => {
  const { body, page, type, press } = anna
  await type('It costs $5 or $6, and $a^2+b^2$ holds')
  await expect(body.locator('span.maths')).toHaveCount(1)
  await expect(body.getByText('It costs $5 or $6, and')).toBeVisible()
  await expect(body.locator('math')).toHaveCount(1)
  await press('Enter')
  await type('$$ ')
  const form = page.getByRole('textbox', { name: 'Formula in LaTeX' })
  await expect(form).toBeFocused()
  await type('\\frac{1}')
  await expect(page.getByText(/^This cannot be set yet: /)).toBeVisible()
  await type('{2}')
  await expect(page.getByText(/^This cannot be set yet: /)).toHaveCount(0)
  await press('Enter')
  await expect(body.locator('div.maths mfrac')).toHaveCount(1)
  await press('ArrowUp')
  await press('Enter')
  await expect(form).toHaveValue('\\frac{1}{2}')
  await press('Escape')
  await expect(body).toBeFocused()
})

test('a table grows, is merged, split, widened and turned about without a mouse', async ({
  anna,
}) => {
  const { body, page, type, press } = anna
  await type('/table')
  await press('Enter')
  for (const word of ['Who', 'What', 'When', 'a1', 'a2', 'a3', 'b1', 'b2', 'b3']) {
    await type(word)
    await press('Tab')
  }
  const table = body.getByRole('table')
  await expect(table.getByRole('row')).toHaveCount(4)
  const rows = () =>
    table
      .getByRole('row')
      .evaluateAll((all) => all.map((row) => [...row.children].map((c) => c.textContent).join('|')))
  await press('Shift+Tab', 'Alt+Shift+ArrowUp')
  await expect.poll(rows).toEqual(['Who|What|When', 'b1|b2|b3', 'a1|a2|a3', '||'])
  await expect(page.getByRole('status').getByText('Row moved up')).toBeAttached()
  const bar = page.getByRole('toolbar', { name: 'Table' })
  // What is in the cell is selected: then the words have a bar, and the table has none.
  await expect(bar).toHaveCount(0)
  await press('End')
  await expect(bar).toBeVisible()
  await bar.getByRole('button', { name: 'Column', exact: true }).press('Enter')
  const column = page.getByRole('toolbar', { name: 'Column' })
  await expect(column.getByRole('button').first()).toBeFocused()
  await column.getByRole('button', { name: 'Move column back' }).press('Enter')
  await expect.poll(rows).toEqual(['Who|When|What', 'b1|b3|b2', 'a1|a3|a2', '||'])
  const width = () =>
    table
      .locator('col')
      .nth(1)
      .evaluate((col) => col.style.width)
  await column.getByRole('button', { name: 'Wider column' }).press('Enter')
  await expect.poll(width).toMatch(/^\d+px$/)
  await column.getByRole('button', { name: 'Columns evenly' }).press('Enter')
  await expect.poll(width).toBe('')
  await expect(body).toBeFocused()
  await press('End', 'Shift+ArrowRight')
  await bar.getByRole('button', { name: 'Merge cells' }).press('Enter')
  await expect(table.locator('[colspan="2"]')).toHaveCount(1)
  await bar.getByRole('button', { name: 'Split cell' }).press('Enter')
  await expect(table.locator('[colspan="2"]')).toHaveCount(0)
  await bar.getByRole('button', { name: 'Header column' }).press('Enter')
  await expect(table.getByRole('rowheader').or(table.locator('th'))).toHaveCount(6)
})

test('blocks are moved, doubled, turned and deleted from the keyboard', async ({ anna }) => {
  const { body, page, type, press } = anna
  await type('one')
  await press('Enter')
  await type('two')
  await press('Enter')
  await type('three')
  const words = () => anna.words()
  await press('Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp')
  await expect.poll(words).toEqual(['three', 'one', 'two'])
  await expect(
    page.getByRole('status').getByText('Moved up to place 1 of 3').first(),
  ).toBeAttached()
  await type('!')
  await expect.poll(words).toEqual(['three!', 'one', 'two'])
  await press('Alt+Shift+ArrowUp')
  await expect(page.getByRole('status').getByText('This is the first one already')).toBeAttached()
  const menu = page.getByRole('menu', { name: 'Block' })
  const openMenu = async () => {
    await press('Alt+Shift+Enter')
    await expect(menu.getByRole('menuitem', { name: 'Turn into' })).toBeFocused()
  }
  await openMenu()
  await menu.getByRole('menuitem', { name: 'Duplicate' }).press('Enter')
  await expect.poll(words).toEqual(['three!', 'three!', 'one', 'two'])
  await expect(body).toBeFocused()
  await openMenu()
  await menu.getByRole('menuitem', { name: 'Delete' }).press('Enter')
  await expect.poll(words).toEqual(['three!', 'one', 'two'])
  await expect(body).toBeFocused()
  await openMenu()
  await press('ArrowRight')
  await expect(page.getByRole('menuitem', { name: 'Text', exact: true })).toBeFocused()
  await page.getByRole('menuitem', { name: 'Heading 2' }).press('Enter')
  await expect(body.getByRole('heading', { level: 2 })).toHaveCount(1)
})

test('words are highlighted, raised and aligned', async ({ anna }) => {
  const { body, page, type, press } = anna
  await type('10 m2')
  await press('Shift+ArrowLeft')
  const bar = page.getByRole('toolbar', { name: 'Formatting', exact: true })
  await bar.getByRole('button', { name: 'More formatting' }).press('Enter')
  const more = page.getByRole('toolbar', { name: 'More formatting' })
  await more.getByRole('button', { name: 'Superscript' }).press('Enter')
  await expect(body.locator('sup')).toHaveText('2')
  await more.getByRole('button', { name: 'Centre' }).press('Enter')
  await expect(body.getByRole('paragraph')).toHaveCSS('text-align', 'center')
  await press('Shift+Home')
  await bar.getByRole('button', { name: 'Highlight' }).press('Enter')
  await page.getByRole('button', { name: 'Green highlight' }).press('Enter')
  await expect(body.locator('mark[data-colour="green"]').first()).toBeVisible()
})

test('the grip beside a block drags it, and opens its menu', async ({ anna }) => {
  const { body, page, type, press } = anna
  await type('one')
  await press('Enter')
  await type('two')
  await press('Enter')
  await type('three')
  const grip = page.getByRole('button', { name: /^Block: drag/ })
  await body.getByText('three').hover()
  await expect(grip).toBeVisible()
  await grip.dragTo(body.getByText('one'), { targetPosition: { x: 10, y: 2 } })
  await expect.poll(() => anna.words()).toEqual(['three', 'one', 'two'])
  await body.getByText('two').hover()
  // It goes from block to block with the pointer, a frame later.
  await expect
    .poll(async () => {
      const [line, held] = [await body.getByText('two').boundingBox(), await grip.boundingBox()]
      return Math.abs((line?.y ?? 0) - (held?.y ?? 999))
    })
    .toBeLessThan(12)
  await grip.click()
  await expect(page.getByRole('menuitem', { name: 'Turn into' })).toBeFocused()
  await page.getByRole('menuitem', { name: 'Delete' }).press('Enter')
  await expect.poll(() => anna.words()).toEqual(['three', 'one'])
  await body.getByText('one').hover()
  await expect(grip).toBeVisible()
  // The pointer stays where it is: the grip is there until the editor is gone.
  await page.getByRole('link', { name: 'Home' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('This page stumbled')).toHaveCount(0)
  await page.goBack()
})
