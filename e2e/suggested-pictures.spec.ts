/** What has no letters is suggested like anything else: pictures, files, mentions, formulas. */
import { makePerson } from '@atelier/server/testing/make'
import { makePng } from '@atelier/server/testing/make-picture'
import { expect, type Page } from '@playwright/test'
import { test, type Writer } from './doc-fixtures'
import { paste, type SentFile } from './files-page'
import { beginToSuggest, suggestionsPanel } from './suggestion-page'

const sketch: SentFile = {
  name: 'sketch.png',
  mimeType: 'image/png',
  buffer: makePng(300, 200),
}
const plan: SentFile = { name: 'Plan.txt', mimeType: 'text/plain', buffer: Buffer.from('Plan') }

const pictures = ({ body }: Pick<Writer, 'body'>) => body.locator('figure.picture')
const proposed = ({ body }: Pick<Writer, 'body'>, sign: 'ins' | 'del') =>
  body.locator(`${sign}.suggested`)

async function expectDrawn(person: Pick<Writer, 'body'>) {
  const image = pictures(person).locator('img')
  await expect(pictures(person).locator('.picture-frame')).toHaveAttribute('data-state', 'shown')
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(300)
}

const openPanel = (page: Page) => page.getByRole('button', { name: /^Suggestions/ }).click()

test('a commenter suggests a picture; everybody who reads the doc sees it, nobody else; accepted it stays', async ({
  house,
  workspace,
  comeIn,
  inDoc,
}) => {
  const [editor, ada, ben] = await inDoc('contributor', 'commenter', 'viewer')
  await editor.goToEnd()
  await editor.type('The pump')
  await expect.poll(() => ada.words()).toEqual(['The pump'])
  await beginToSuggest(ada)
  await ada.goToEnd()
  await paste(ada.body, [sketch])
  await expectDrawn(ada)
  await expect(ada.body.locator('.suggested-inserted')).toBeVisible()
  for (const one of [editor, ben]) {
    await expect(proposed(one, 'ins').locator('figure.picture')).toBeVisible()
    await expectDrawn(one)
    expect(await one.words()).toEqual(['The pump'])
  }
  const address = (await pictures(ben).locator('img').getAttribute('src')) ?? ''
  const stranger = await comeIn(await makePerson(house.db, workspace))
  expect((await stranger.context.request.get(address)).status()).toBe(404)
  expect((await ben.context.request.get(address)).status()).toBe(200)

  await ada.says('Saved')
  await openPanel(editor.page)
  await suggestionsPanel(editor.page)
    .getByRole('button', { name: /^Accept: Insert: Picture/ })
    .click()
  for (const one of [editor, ada, ben]) {
    await expect(one.body.locator('.suggested')).toHaveCount(0)
    await expect(pictures(one)).toHaveCount(1)
    await expectDrawn(one)
  }
  await ben.page.reload()
  await expectDrawn(ben)
})

test('a commenter suggests that a picture goes, and a file instead; refused and accepted by keyboard', async ({
  inDoc,
}) => {
  const [editor, ada] = await inDoc('contributor', 'commenter')
  await editor.goToEnd()
  await editor.type('The pump')
  await paste(editor.body, [sketch])
  await expectDrawn(ada)
  await beginToSuggest(ada)
  await pictures(ada).click()
  await ada.press('Delete')
  await expect(proposed(ada, 'del').locator('figure.picture')).toBeVisible()
  await expect(editor.body.locator('figure.suggested-removed')).toBeVisible()
  await editor.press('Control+Alt+j', 'Control+Alt+r')
  await expect(editor.body.locator('.suggested')).toHaveCount(0)
  await expect(proposed(ada, 'del')).toHaveCount(0)
  await expectDrawn(ada)

  await ada.goToStart()
  await paste(ada.body, [plan])
  await expect(proposed(editor, 'ins')).toContainText('Plan.txt')
  await editor.press('Control+Alt+j', 'Control+Alt+a')
  // Until what was suggested is gone, it stands there beside what it has become.
  await expect(editor.body.locator('.suggested')).toHaveCount(0)
  await expect(
    editor.body.getByRole('link', { name: 'Download Plan.txt (Text · 4 bytes)' }),
  ).toBeVisible()
})

test('a commenter suggests a day and a formula, which are seen as they will be', async ({
  inDoc,
}) => {
  const [editor, ada] = await inDoc('contributor', 'commenter')
  await editor.goToEnd()
  await editor.type('We meet ')
  await beginToSuggest(ada)
  await ada.goToEnd()
  await ada.type('@today')
  await ada.page.getByRole('option', { name: /^Today/ }).click()
  await ada.type(' and $a^2$ ')
  await expect(proposed(editor, 'ins').locator('.mention')).toBeVisible()
  await expect(proposed(editor, 'ins').locator('.maths .katex')).toBeVisible()
  await editor.press('Control+Alt+j', 'Control+Alt+a')
  await expect(editor.body.locator('.suggested')).toHaveCount(0)
  await expect(editor.body.locator('.mention')).toBeVisible()
  await expect(editor.body.locator('.maths .katex')).toBeVisible()
})
