import { putMember } from '@atelier/server/projects/project-change-queries'
import { makeBoard, makeDoc, makePerson } from '@atelier/server/testing/make'
import { expect } from '@playwright/test'
import { boardPage } from './board-page'
import { test } from './doc-fixtures'
import { docPage, expectSameWords } from './doc-page'

const cards = [{ title: 'Ask the supplier', column: 'To do' }]

test('a person, a doc, a card and a day are mentioned without a mouse, and read by the other', async ({
  house,
  project,
  workspace,
  inDoc,
}) => {
  await makeDoc(house.db, project, workspace.owner, 'Learning plan')
  await makeBoard(house.db, project, workspace.owner, { columns: ['To do'], cards })
  const [anna, ben] = await inDoc('contributor', 'viewer')
  await anna.body.click()
  const list = anna.page.getByRole('listbox', { name: 'Mention somebody or something' })
  for (const [typed, option] of [
    ['@ben', /^Ben Okafor/],
    ['@learn', /^Learning plan/],
    ['@ask the', /^Ask the supplier/],
    ['@tomorrow', /^Tomorrow/],
  ] as const) {
    await anna.type(typed)
    const first = list.getByRole('option').first()
    await expect(first).toHaveAccessibleName(option)
    await expect(first).toHaveAttribute('aria-selected', 'true')
    await expect(anna.body).toHaveAttribute('aria-activedescendant', await idOf(first))
    await anna.press('Enter')
    await expect(list).toHaveCount(0)
  }
  await anna.type('@3 dec 2031')
  await anna.press('Enter')
  for (const { body } of [anna, ben]) {
    const line = body.getByRole('paragraph').first()
    await expect(line).toHaveText(
      /Ben Okafor.*Learning plan.*Ask the supplier.*Tomorrow.*3 Dec 2031/,
    )
    await expect(body.getByRole('link', { name: 'Learning plan' })).toBeVisible()
  }
  await anna.says('Saved')

  // Ben only reads: a chip is a link like any other.
  await ben.body.getByRole('link', { name: 'Learning plan' }).focus()
  await ben.press('Enter')
  await expect(ben.title).toHaveValue('Learning plan')
})

const idOf = (option: { getAttribute(name: string): Promise<string | null> }) =>
  option.getAttribute('id').then((id) => id ?? 'none')

test('a name that is pressed Enter on before the server answers is mentioned all the same', async ({
  house,
  workspace,
  project,
  inDoc,
}) => {
  const zora = await makePerson(house.db, workspace, { name: 'Zora Zett' })
  await putMember(house.db, project, zora.id, 'viewer')
  const [anna] = await inDoc('contributor')
  await anna.body.click()
  await anna.page.keyboard.type('@zora')
  await anna.press('Enter')
  await expect(anna.body.locator('.mention')).toHaveText(/Zora Zett/)
  await anna.type('and that is all')
  await expect(anna.body).toContainText('Zora Zett and that is all')
})

test('what is typed on behind an Enter that still waits stays, and what was meant stands before it', async ({
  house,
  workspace,
  project,
  inDoc,
}) => {
  const zora = await makePerson(house.db, workspace, { name: 'Zora Zett' })
  await putMember(house.db, project, zora.id, 'viewer')
  const [anna, ben] = await inDoc('contributor', 'contributor')
  let goOn: () => void = () => undefined
  const typedOn = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await anna.page.route('**/mentionables?*', (route) => typedOn.then(() => route.continue()))
  await anna.body.click()
  await anna.type('@zora')
  await anna.press('Enter')
  await anna.type(' writes')
  await expectSameWords([ben], ['@zora writes'])
  await ben.goToStart()
  await ben.type('Today ')
  await expectSameWords([anna, ben], ['Today @zora writes'])
  goOn()
  await expect(anna.body.locator('.mention')).toHaveText(/Zora Zett/)
  const chip = (await anna.body.locator('.mention').textContent()) ?? ''
  await anna.type(' this')
  await expectSameWords([anna, ben], [`Today ${chip} writes this`])
})

test('emoji that come late stand where they were asked for', async ({ inDoc }) => {
  const [anna] = await inDoc('contributor')
  let goOn: () => void = () => undefined
  const typedOn = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await anna.page.route('**/assets/*', (route) => typedOn.then(() => route.continue()))
  await anna.body.click()
  await anna.type('Well :smile')
  await expect(anna.page.getByRole('listbox')).toBeVisible()
  await anna.press('Enter')
  await anna.type(' done')
  goOn()
  await expectSameWords([anna], ['Well 😄 done'])
  await anna.type('!')
  await expectSameWords([anna], ['Well 😄 done!'])
})

test('signs that mean nothing leave a sentence alone; Escape does too', async ({ inDoc }) => {
  const [anna] = await inDoc('contributor')
  await anna.body.click()
  await anna.type('Meet @ 10:30 : no :) x@y.example')
  await anna.press('Enter')
  await anna.type('@be')
  await expect(anna.page.getByRole('listbox')).toBeVisible()
  await anna.press('Escape')
  await expect(anna.page.getByRole('listbox')).toHaveCount(0)
  await anna.type('tter :smile')
  // All emoji are fetched when somebody first looks for one; before that, “:tada:” is only words.
  await expect(anna.page.getByRole('option').first()).toContainText('😄')
  await anna.press('Enter')
  await anna.type(' :tada: done')
  expect(await anna.words()).toEqual(['Meet @ 10:30 : no :) x@y.example', '@better 😄 🎉 done'])
})

test('a chip says what a thing is called now, and Enter on it leads there', async ({
  house,
  project,
  workspace,
  together,
  doc,
}) => {
  const board = await makeBoard(house.db, project, workspace.owner, { columns: ['To do'], cards })
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const text = docPage(anna)
  await text.open(doc)
  await text.body.click()
  await text.type('See @ask')
  await expect(anna.page.getByRole('option', { name: /^Ask the supplier/ })).toBeVisible()
  await text.press('Enter')
  const chip = text.body.locator('.mention')
  await expect(chip).toHaveText('Ask the supplier')
  await text.says('Saved')
  const work = boardPage(ben)
  await work.open(board)
  const card = await work.openCard('Ask the supplier')
  await card.title.fill('Ask both suppliers')
  await card.close()
  await work.says('Saved')
  await ben.page.close()
  await expect(chip).toHaveText('Ask both suppliers', { timeout: 20_000 })
  await text.press('ArrowLeft', 'ArrowLeft')
  await expect(chip).toHaveClass(/ProseMirror-selectednode/)
  await text.press('Enter')
  await expect(anna.page).toHaveURL(new RegExp(`/boards/${board.id}\\?card=`))
  await expect(anna.page.getByRole('dialog', { name: /^Card / })).toBeVisible()
})
