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

test('what is typed as Markdown becomes headings, lists, tasks, quotes and dividers', async ({
  anna,
}) => {
  const { body, type, press } = anna
  await type('# Plan')
  await press('Enter')
  await type('## Steps')
  await press('Enter')
  await type('- one')
  await press('Enter')
  await type('two')
  await press('Enter', 'Enter')
  await type('1. first')
  await press('Enter', 'Enter')
  await type('[ ] to do')
  await press('Enter', 'Enter')
  await type('> said')
  await press('Enter', 'Enter')
  await type('---')
  await type('**bold** and `code`')
  await expect(body.getByRole('heading', { level: 1, name: 'Plan' })).toBeVisible()
  await expect(body.getByRole('heading', { level: 2, name: 'Steps' })).toBeVisible()
  await expect(body.locator('ul > li').filter({ hasText: /^(one|two)$/ })).toHaveCount(2)
  await expect(body.locator('ol > li')).toHaveText('first')
  await expect(body.getByRole('checkbox')).not.toBeChecked()
  await expect(body.locator('blockquote')).toHaveText('said')
  await expect(body.getByRole('separator')).toHaveCount(1)
  await expect(body.locator('strong')).toHaveText('bold')
  await expect(body.locator('p > code')).toHaveText('code')
})

test('a task is ticked off, and others see it', async ({ anna, inDoc }) => {
  await anna.type('[ ] Measure the housing')
  const [ben] = await inDoc('viewer')
  await anna.body.getByRole('checkbox').press('Space')
  await expect(ben.body.getByRole('checkbox')).toBeChecked()
})

test('code shows its colours', async ({ anna }) => {
  await anna.type('```python')
  await anna.press('Enter')
  await anna.type('def measure(): return 42')
  await expect(anna.body.locator('pre .hljs-keyword').first()).toHaveText('def')
  await expect(anna.page.getByRole('combobox', { name: 'Language of the code' })).toHaveValue(
    'python',
  )
})

test('“/” offers every block, finds it by name and inserts it without a mouse', async ({
  anna,
}) => {
  const { body, page, type, press } = anna
  const menu = page.getByRole('listbox', { name: 'Insert a block' })
  await type('/')
  await expect(menu.getByRole('option')).toHaveCount(19)
  await press('ArrowDown', 'ArrowDown')
  await expect(menu.getByRole('option', { selected: true })).toHaveText(/^Heading 2/)
  await press('Enter')
  await type('What we saw')
  await expect(body.getByRole('heading', { level: 2, name: 'What we saw' })).toBeVisible()
  await press('Enter')
  await type('/tabl')
  await expect(menu.getByRole('option')).toHaveText(/^Table/)
  await press('Enter')
  await expect(menu).toBeHidden()
  await type('Who')
  await press('Tab')
  await type('What')
  const table = body.getByRole('table')
  await expect(table.getByRole('columnheader')).toHaveText(['Who', 'What', ''])
  await expect(table.getByRole('row')).toHaveCount(3)
  await press('Tab', 'Tab')
  await type('/nowhere')
  await expect(menu.getByText('Nothing called “nowhere”')).toBeVisible()
  await press('Escape')
  await expect(menu).toBeHidden()
  await expect(table.getByRole('cell').first()).toHaveText('/nowhere')
})

test('selected words are made bold, turned into a heading and linked without a mouse', async ({
  anna,
}) => {
  const { body, page, type, press } = anna
  await type('Read the how-to')
  await press('Shift+Home')
  const bar = page.getByRole('toolbar', { name: 'Formatting' })
  await expect(bar).toBeVisible()
  await press('Control+b')
  await expect(bar.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true')
  await expect(body.locator('strong')).toHaveText('Read the how-to')
  await press('Tab')
  await expect(bar.getByRole('button', { name: 'Turn into' })).toBeFocused()
  await press('Enter')
  const turn = page.getByRole('toolbar', { name: 'Turn into' })
  await expect(turn.getByRole('button', { name: 'Text' })).toBeFocused()
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
  await expect(body.getByRole('heading', { level: 3, name: 'Read the how-to' })).toBeVisible()
  await expect(body).toBeFocused()
  await press('Control+Shift+k')
  await expect(page.getByRole('textbox', { name: 'Address of the link' })).toBeFocused()
  await type('javascript:alert(1)')
  await press('Enter')
  await expect(page.getByText('This is not an address we can link to.')).toBeVisible()
  await press('Control+a')
  await type('atelier.example/how-to')
  await press('Enter')
  await expect(body.getByRole('link', { name: 'Read the how-to' })).toHaveAttribute(
    'href',
    'https://atelier.example/how-to',
  )
})

test('the outline follows the headings, and leads to them', async ({ anna }) => {
  const { body, page, type, press } = anna
  const outline = page.getByRole('navigation', { name: 'On this page' })
  await page.setViewportSize({ width: 1440, height: 900 })
  await type('# Why')
  await press('Enter')
  await expect(outline).toHaveCount(0)
  for (let line = 1; line <= 30; line++) await type(`line ${line}\n`)
  await type('## How')
  await expect(outline.getByRole('button')).toHaveText(['Why', 'How'])
  await type(' we do it')
  await expect(outline.getByRole('button')).toHaveText(['Why', 'How we do it'])
  await outline.getByRole('button', { name: 'Why' }).press('Enter')
  await expect(body.getByRole('heading', { name: 'Why' })).toBeInViewport()
  await expect(body).toBeFocused()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'On this page' }).press('Enter')
  await page.getByRole('menuitem', { name: 'How we do it' }).press('Enter')
  await expect(body.getByRole('heading', { name: 'How we do it' })).toBeInViewport()
})
