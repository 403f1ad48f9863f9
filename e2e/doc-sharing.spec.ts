/** Who may come into a doc: closed to some while they are in it, open to anybody by a link, and not any more. */
import { makeDoc, makePerson } from '@atelier/server/testing/make'
import { putInside } from '@atelier/server/testing/make-doc-places'
import { expect, type Page } from '@playwright/test'
import { test } from './doc-fixtures'
import { docPage } from './doc-page'
import { enterWithoutBrowser } from './without-a-browser'

/** Rights change within a second; the rest is for two browsers on a busy machine to draw it. */
const atOnce = { timeout: 1_000 + 1_000 }

/** The second begins once the right has changed, and not with the press that asks for it. */
async function changeRights(page: Page, press: () => Promise<void>) {
  const changed = page.waitForResponse(
    (answer) => answer.url().includes('/api/docs/') && answer.request().method() !== 'GET',
  )
  await press()
  expect((await changed).ok()).toBe(true)
}

async function share(page: Page) {
  await page.getByRole('button', { name: 'Doc menu' }).click()
  await page.getByRole('menuitem', { name: 'Share…' }).click()
  return page.getByRole('dialog')
}

test('restricted while somebody is in it, a doc closes for them within a second, and nothing more arrives', async ({
  house,
  doc,
  inDoc,
}) => {
  const [anna, ben] = await inDoc('lead', 'contributor')
  const program = await enterWithoutBrowser(house, ben, doc)
  const dialog = await share(anna.page)
  const chosen = dialog.getByRole('radio', { name: /^Only people chosen/ })
  await changeRights(anna.page, () => chosen.press('Space'))
  await expect(ben.body).toHaveCount(0, atOnce)
  await anna.page.keyboard.press('Escape')
  await expect(
    anna.page.getByRole('banner').getByRole('button', { name: 'Only for people chosen' }),
  ).toBeVisible()
  await anna.body.click()
  await anna.type('Not for Ben')
  await anna.says('Saved')
  expect(program.heard()).not.toContain('Not for Ben')
  await ben.page.reload()
  await expect(ben.page.getByText('Not for Ben')).toHaveCount(0)
  await expect(ben.page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('what stands inside a closed doc is said to be open, and closed as well', async ({
  house,
  project,
  workspace,
  doc,
  inDoc,
}) => {
  const inside = await makeDoc(house.db, project, workspace.owner, 'Salaries')
  await putInside(house.db, inside, doc)
  const [anna, ben] = await inDoc('lead', 'contributor')
  const bens = docPage(ben)
  await bens.open(inside)
  const dialog = await share(anna.page)
  await dialog.getByRole('radio', { name: /^Only people chosen/ }).press('Space')
  const still = dialog.getByText('1 doc inside is still open to everybody in the project.')
  await expect(still).toBeVisible()
  await expect(bens.body).toBeVisible()
  await dialog.getByRole('button', { name: 'Close all inside' }).press('Enter')
  await expect(still).toHaveCount(0)
  await expect(bens.body).toHaveCount(0)
})

test('somebody from elsewhere is let into one doc, and finds it beside their projects', async ({
  house,
  workspace,
  inDoc,
  comeIn,
}) => {
  const [anna] = await inDoc('lead')
  const otto = await comeIn(await makePerson(house.db, workspace, { name: 'Otto Outside' }))
  await otto.page.goto('/')
  await expect(otto.page.getByRole('heading', { level: 1 })).toBeVisible()
  const dialog = await share(anna.page)
  await dialog.getByRole('combobox', { name: 'Add somebody' }).fill('Otto')
  await anna.page.getByRole('option', { name: /Otto Outside/ }).click()
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByRole('list', { name: 'People it is shared with' })).toContainText('Otto')
  const link = otto.page.getByRole('region', { name: 'Shared with me' }).getByRole('link')
  await link.click()
  const ottos = docPage(otto)
  await ottos.body.click()
  await ottos.type('Otto was here')
  // Behind the window, and so for no screen reader.
  await expect(anna.page.locator('.doc-body')).toContainText('Otto was here')
  const out = dialog.getByRole('button', { name: 'Take Otto Outside out' })
  await changeRights(anna.page, () => out.click())
  await expect(ottos.body).toHaveCount(0, atOnce)
  await expect(link).toHaveCount(0)
})

test('anybody reads by a public link until it is revoked', async ({ inDoc, browser, house }) => {
  const [anna] = await inDoc('lead')
  await anna.body.click()
  await anna.type('For the whole world')
  await anna.says('Saved')
  const dialog = await share(anna.page)
  await dialog.getByRole('button', { name: 'Create link' }).click()
  const address = await dialog.getByRole('textbox', { name: 'Your new link' }).inputValue()

  const stranger = await (await browser.newContext()).newPage()
  const asked: string[] = []
  stranger.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const path = new URL(address).pathname
  const answer = await stranger.goto(house.origin + path)
  expect(answer?.headers()).toMatchObject({ 'referrer-policy': 'no-referrer' })
  expect(answer?.headers()['x-robots-tag']).toContain('noindex')
  await expect(stranger.getByRole('heading', { level: 1, name: 'Minutes' })).toBeVisible()
  await expect(stranger.getByText('For the whole world')).toBeVisible()
  await expect(stranger.locator('[contenteditable=true]')).toHaveCount(0)
  expect(asked.filter((one) => one.startsWith('/api/') || one.startsWith('/ws/'))).toEqual([
    `/api${path}`,
  ])

  await dialog.getByRole('button', { name: /^Revoke/ }).click()
  await expect(dialog.getByRole('list', { name: 'Public links' })).toHaveCount(0)
  await stranger.reload()
  await expect(stranger.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible()
  await stranger.context().close()
})
