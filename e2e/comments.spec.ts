import { expect } from '@playwright/test'
import { commentPage } from './comment-page'
import { test } from './doc-fixtures'
import { docPage, expectSameWords } from './doc-page'

const line = 'Twelve of a hundred parts leave the line as scrap.'

test('a commenter talks about some words, and they stay what they are while an editor writes', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'commenter')
  await anna.body.click()
  await anna.type(line)
  await expectSameWords([anna, ben], [line])
  const [annas, bens] = [commentPage(anna.page), commentPage(ben.page)]
  await bens.comment('hundred parts', 'Is that every day?')
  await expect(bens.threads).toHaveCount(1)
  await annas.marked('hundred parts')
  await expect(anna.page.getByRole('button', { name: 'Comments, 1' })).toBeVisible()

  await anna.goToStart()
  await anna.type('Today: ')
  await annas.select('dred')
  await anna.press('ArrowLeft')
  await anna.type('-')
  for (const one of [annas, bens]) await one.marked('hun-dred parts')

  await anna.goToStart()
  await anna.press(...Array<string>(6).fill('ArrowRight'), 'Enter')
  await expectSameWords(
    [anna, ben],
    ['Today:', ' Twelve of a hun-dred parts leave the line as scrap.'],
  )
  for (const one of [annas, bens]) await one.marked('hun-dred parts')

  await annas.marks.first().click()
  await expect(annas.panel).toContainText('Is that every day?')
  await annas.select('hun-dred parts')
  await anna.press('Delete')
  for (const { marked, panel } of [annas, bens]) {
    await marked()
    await expect(panel).toContainText('The text this was about is gone.')
    await expect(panel).toContainText('hun-dred parts')
  }
  await anna.press('Control+z')
  for (const { marked, panel } of [annas, bens]) {
    await marked('hun-dred parts')
    await expect(panel).not.toContainText('is gone')
  }
})

test('a thread is answered, reacted to, resolved and opened again, live for both', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'commenter')
  await anna.body.click()
  await anna.type(line)
  await expectSameWords([anna, ben], [line])
  const [annas, bens] = [commentPage(anna.page), commentPage(ben.page)]
  await annas.comment('scrap', 'Who counts it?')
  await bens.marked('scrap')
  await bens.marks.first().click()
  await bens.field.pressSequentially('I do, @ann')
  await expect(ben.page.getByRole('option', { name: /^Anna Berg/ })).toBeVisible()
  await bens.field.press('Enter')
  await bens.field.press('Control+Enter')
  await expect(annas.panel.locator('.comment-mention')).toHaveText('@Anna Berg')
  await expect(annas.panel.getByRole('status')).toHaveText(/^Ben Okafor answered: I do, @Anna Berg/)

  await bens.panel.getByRole('button', { name: 'Add a reaction' }).first().click()
  await ben.page.getByRole('button', { name: '🎉' }).click()
  const given = annas.panel.getByRole('button', { name: '🎉 by Ben Okafor' })
  await expect(given).toHaveText(/1$/)
  await given.click()
  await expect(bens.panel.getByRole('button', { name: '🎉 by You and Anna Berg' })).toHaveText(/2$/)

  await expect(bens.panel.getByRole('button', { name: 'Resolve', exact: true })).toHaveCount(0)
  await annas.panel.getByRole('button', { name: 'Resolve', exact: true }).click()
  await expect(bens.panel).toContainText('Resolved by Anna Berg')
  await expect(ben.page.getByRole('button', { name: 'Comments', exact: true })).toBeVisible()
  await bens.panel.getByRole('button', { name: 'Reopen' }).click()
  await expect(anna.page.getByRole('button', { name: 'Comments, 1' })).toBeVisible()

  await bens.panel.getByRole('button', { name: 'More about the comment by Ben Okafor' }).click()
  await ben.page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(annas.threads).not.toContainText('I do')
})

test('a link leads to the thread, also when it is resolved', async ({
  doc,
  inDoc,
  together,
  project,
}) => {
  const [anna] = await inDoc('contributor')
  await anna.body.click()
  await anna.type(line)
  const annas = commentPage(anna.page)
  await annas.comment('Twelve', 'Of which week?')
  await expect(annas.threads).toHaveCount(1)
  await annas.panel.getByRole('button', { name: 'Resolve', exact: true }).click()
  await expect(annas.panel).toContainText('Resolved by You')
  const { search } = new URL(anna.page.url())
  expect(search).toContain('thread=')
  await anna.says('Saved')
  const [ben] = await together(project, 'viewer')
  const bens = commentPage(ben.page)
  await ben.page.goto(`/docs/${doc.id}${search}`)
  await expect(bens.threads).toHaveCount(1)
  await expect(bens.threads.first()).toHaveAttribute('aria-current', 'true')
  await bens.marked('Twelve')
  await ben.page.goto(`/docs/${doc.id}?panel=comments&thread=${crypto.randomUUID()}`)
  await expect(bens.panel).toContainText('This thread does not exist any more.')
})

test('everything is done by keyboard', async ({ inDoc }) => {
  const [anna] = await inDoc('contributor')
  await anna.body.click()
  await anna.type('One two')
  await anna.press('Enter')
  await anna.type('three')
  const annas = commentPage(anna.page)
  await anna.press('Shift+Home', 'Control+Alt+m')
  await expect(annas.newField).toBeFocused()
  await anna.type('About three')
  await anna.press('Control+Enter')
  await expect(annas.threads).toHaveCount(1)
  await anna.goToStart()
  await anna.press('Control+Alt+m')
  await expect(annas.newField).toBeFocused()
  await anna.type('About the first line')
  await anna.press('Control+Enter')
  await expect(annas.threads).toHaveCount(2)
  await annas.marked('One two', 'three')

  const [first, second] = [annas.threads.first(), annas.threads.last()]
  // The next is counted from the one that was just written.
  await expect(first).toHaveAttribute('aria-current', 'true')
  await anna.body.focus()
  await anna.press('Control+Alt+Period')
  await expect(second).toBeFocused()
  await anna.press('Control+Alt+Comma')
  await expect(first).toBeFocused()
  await anna.press('ArrowDown', 'Enter')
  await expect(second.getByRole('textbox', { name: 'Answer' })).toBeFocused()
  await anna.type('An answer')
  await anna.press('Control+Enter')
  await expect(second).toContainText('An answer')
  await second.focus()
  await anna.press('Escape')
  await expect(anna.body).toBeFocused()
})

test('what was begun outlives a reload and a server that is away, and is gone after sign-out', async ({
  inDoc,
}) => {
  const [anna] = await inDoc('contributor')
  await anna.body.click()
  await anna.type(line)
  await anna.says('Saved')
  const { page } = anna
  const annas = commentPage(page)
  await annas.select('hundred')
  await page.getByRole('button', { name: 'Comment', exact: true }).click()
  await annas.newField.fill('Nearly lost')
  await page.reload()
  await expect(annas.newField).toHaveValue('Nearly lost')
  await annas.marked('hundred')
  await page.route('**/threads', (route) =>
    route.request().method() === 'POST' ? route.abort() : route.continue(),
  )
  await annas.newField.press('Control+Enter')
  const waiting = annas.panel.getByRole('list', { name: 'Comments that wait to be sent' })
  await expect(waiting).toContainText('Nearly lost')
  await expect(waiting).toContainText('On this device only')
  await page.unroute('**/threads')
  // By itself.
  await expect(annas.threads).toHaveCount(1)
  await expect(annas.threads).toContainText('Nearly lost')
  await expect(waiting).toHaveCount(0)
  await annas.threads.getByText('Nearly lost').click()
  await annas.answer('')
  await annas.field.fill('A draft')
  const drafts = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => /draft/.test(key)))
  expect(await drafts()).not.toEqual([])
  await page.getByRole('button', { name: /^Anna Berg/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/sign-in/)
  await expect.poll(drafts).toEqual([])
})

test('a viewer reads along and says nothing', async ({ inDoc }) => {
  const [anna, ben] = await inDoc('contributor', 'viewer')
  await anna.body.click()
  await anna.type(line)
  await expectSameWords([anna, ben], [line])
  const [annas, bens] = [commentPage(anna.page), commentPage(ben.page)]
  await annas.comment('scrap', 'Who counts it?')
  await bens.marked('scrap')
  await bens.marks.first().click()
  await expect(bens.panel).toContainText('Who counts it?')
  await expect(bens.panel.getByRole('textbox')).toHaveCount(0)
  for (const name of ['Resolve', 'Add a reaction', 'Comment on the whole doc']) {
    await expect(bens.panel.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
  await bens.select('hundred')
  await ben.press('Control+Alt+m')
  await expect(bens.panel.getByRole('textbox')).toHaveCount(0)
  await expect(ben.page.getByRole('button', { name: 'Comment', exact: true })).toHaveCount(0)
})

test('on a phone the panel is a sheet, and what is talked about stays in sight above it', async ({
  doc,
  inDoc,
}) => {
  const [anna] = await inDoc('contributor')
  await anna.body.click()
  for (let nth = 1; nth <= 12; nth++) {
    await anna.type(`Line ${nth}.`)
    await anna.press('Enter')
  }
  const annas = commentPage(anna.page)
  await annas.comment('Line 11', 'So far down')
  await expect(annas.threads).toHaveCount(1)
  await anna.page.setViewportSize({ width: 390, height: 760 })
  await docPage(anna).open(doc)
  await annas.openPanel()
  await annas.threads.first().click()
  await expect(async () => {
    const [sheet, mark] = [await annas.panel.boundingBox(), await annas.marks.boundingBox()]
    expect((mark?.y ?? 760) + (mark?.height ?? 0)).toBeLessThan(sheet?.y ?? 0)
  }).toPass()
})
