/** Docs found again: starred, mentioned, in the library, as a template, twice, and gone for good. */
import { makeDoc, makePerson, makeProject } from '@atelier/server/testing/make'
import { endPublicLinks, putInside } from '@atelier/server/testing/make-doc-places'
import { expect, type Page } from '@playwright/test'
import { test as base } from './doc-fixtures'
import { docPage } from './doc-page'

const test = base.extend<{ annex: { id: string; title: string } }>({
  /** Stands inside the doc. */
  annex: async ({ house, project, workspace, doc }, use) => {
    const annex = await makeDoc(house.db, project, workspace.owner, 'Annex')
    await putInside(house.db, annex, doc)
    await use(annex)
  },
})

async function choose(page: Page, action: string) {
  await page.getByRole('button', { name: 'Doc menu' }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

const favourites = (page: Page) => page.getByRole('region', { name: 'Favourites' })

test('a favourite stands in one’s own sidebar and in nobody else’s, until it is none any more', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await choose(anna.page, 'Add to favourites')
  await expect(favourites(anna.page).getByRole('link', { name: 'Minutes' })).toBeVisible()
  await expect(favourites(ben.page)).toHaveCount(0)
  await ben.title.fill('Minutes of May')
  await expect(favourites(anna.page).getByRole('link', { name: 'Minutes of May' })).toBeVisible()
  await choose(anna.page, 'Remove from favourites')
  await expect(favourites(anna.page)).toHaveCount(0)
})

test('a doc says where it is mentioned, live, to whoever may read that', async ({
  house,
  project,
  workspace,
  inDoc,
}) => {
  const plan = await makeDoc(house.db, project, workspace.owner, 'Learning plan')
  const [anna, ben] = await inDoc('contributor', 'viewer')
  await ben.page.goto(`/docs/${plan.id}`)
  const mentionedIn = ben.page.getByRole('region', { name: 'Mentioned in' })
  await expect(ben.body).toBeVisible()
  await expect(mentionedIn).toHaveCount(0)
  await anna.body.click()
  await anna.type('@learn')
  await expect(anna.page.getByRole('option', { name: /^Learning plan/ })).toBeVisible()
  await anna.press('Enter')
  await expect(mentionedIn.getByRole('link', { name: /^Minutes/ })).toBeVisible()
  await anna.press('Control+a', 'Delete')
  await expect(mentionedIn).toHaveCount(0)
})

test('a doc in the library is read by everybody in the workspace, and by nobody once it is taken out', async ({
  house,
  workspace,
  inDoc,
  comeIn,
}) => {
  const [anna] = await inDoc('lead')
  await anna.body.click()
  await anna.type('How we clean the nozzles')
  await anna.says('Saved')
  const otto = await comeIn(await makePerson(house.db, workspace, { name: 'Otto Outside' }))
  await otto.page.goto('/library')
  await expect(otto.page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  const found = otto.page.getByRole('main').getByRole('link', { name: 'Minutes' })
  await expect(found).toHaveCount(0)
  await choose(anna.page, 'Share to the library')
  await found.click()
  const ottos = docPage(otto)
  await expect(ottos.body).toContainText('How we clean the nozzles')
  await ottos.says('Read only')
  // How it came about is for those who write it.
  const beside = /^(Comments|Suggestions|History)/
  await expect(anna.page.getByRole('button', { name: beside })).toHaveCount(3)
  await expect(otto.page.getByRole('button', { name: beside })).toHaveCount(0)
  await expect(otto.page.getByRole('alert')).toHaveCount(0)
  await choose(anna.page, 'Take out of the library')
  await expect(ottos.body).toHaveCount(0)
  await otto.page.goto('/library')
  await expect(otto.page.getByRole('heading', { name: 'Library', level: 1 })).toBeVisible()
  await expect(found).toHaveCount(0)
})

test('a doc is duplicated with all inside, and the copy lives on its own', async ({
  project,
  annex,
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'viewer')
  await anna.body.click()
  await anna.type('As agreed')
  await anna.says('Saved')
  await choose(anna.page, 'Duplicate with all inside')
  await expect(anna.title).not.toHaveValue('Minutes')
  await anna.goToEnd()
  await anna.type(', in the copy')
  await anna.says('Saved')
  await expect(ben.body).toHaveText('As agreed')
  await ben.page.goto(`/projects/${project.id}`)
  const rows = ben.page.getByRole('main').getByRole('treegrid').getByRole('row')
  await expect(rows).toHaveCount(2)
  for (const nth of [1, 0]) {
    await rows.nth(nth).focus()
    await ben.press('ArrowRight')
  }
  await expect(rows).toHaveCount(4)
  await expect(rows.filter({ hasText: annex.title })).toHaveCount(2)
})

test('a doc offered as a template is what a colleague’s new doc begins with', async ({
  project,
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('What went well?')
  await anna.says('Saved')
  await choose(anna.page, 'Offer as a template')
  await ben.page.goto(`/projects/${project.id}`)
  await ben.page.getByRole('button', { name: 'New doc from a template' }).first().click()
  await ben.page.getByRole('option', { name: /^Minutes/ }).click()
  await expect(ben.page.getByRole('region', { name: 'Preview' })).toContainText('What went well?')
  await ben.page.getByRole('button', { name: 'Use this template' }).click()
  await expect(ben.body).toHaveText('What went well?')
  await ben.goToEnd()
  await ben.type(' Much')
  await ben.says('Saved')
  await expect(anna.body).toHaveText('What went well?')
})

test('what stands inside goes to the bin and comes back with its doc, and is gone for good with it', async ({
  house,
  project,
  workspace,
  doc,
  annex,
  inDoc,
  comeIn,
}) => {
  const [anna, ben] = await inDoc('lead', 'contributor')
  await ben.page.goto(`/docs/${annex.id}`)
  await expect(ben.body).toBeVisible()
  await choose(anna.page, 'Move to bin')
  await expect(ben.page.getByRole('heading', { name: '“Annex” is in the bin' })).toBeVisible()
  await anna.page.goto(`/projects/${project.id}/bin`)
  await expect(anna.page.getByText('with 1 doc inside')).toBeVisible()
  await anna.page.getByRole('button', { name: 'Restore “Minutes”' }).click()
  await expect(ben.body).toBeVisible()

  await anna.page.goto(`/docs/${doc.id}`)
  await choose(anna.page, 'Move to bin')
  await expect(anna.page).toHaveURL(/\/projects\//)
  await anna.page.goto(`/projects/${project.id}/bin`)
  await anna.page.getByRole('button', { name: 'Delete “Minutes” for good' }).click()
  const dialog = anna.page.getByRole('dialog')
  await expect(dialog).toContainText('and those of 1 doc inside it')
  const erase = dialog.getByRole('button', { name: 'Delete for good' })
  await expect(erase).toBeDisabled()
  await dialog.getByRole('textbox').fill('minutes')
  await erase.click()
  await expect(anna.page.getByRole('heading', { name: 'The bin is empty' })).toBeVisible()
  await expect(ben.page.getByRole('heading', { name: '“Annex” is gone' })).toBeVisible()
  await expect(ben.page.getByRole('button', { name: 'Restore' })).toHaveCount(0)
  const owner = await comeIn({ ...workspace.owner, name: 'Owner' })
  for (const { id } of [doc, annex]) {
    const answer = await owner.context.request.get(`${house.origin}/api/docs/${id}`)
    expect(answer.status()).toBe(404)
  }
})

test('a doc moves to another project with what stands inside it, and a public link that is over leads nowhere', async ({
  house,
  workspace,
  doc,
  annex,
  inDoc,
  browser,
}) => {
  const [anna, ben] = await inDoc('lead', 'contributor')
  await anna.page.getByRole('button', { name: 'Doc menu' }).click()
  await anna.page.getByRole('menuitem', { name: 'Share…' }).click()
  const share = anna.page.getByRole('dialog')
  await share.getByRole('button', { name: 'Create link' }).click()
  const address = await share.getByRole('textbox', { name: 'Your new link' }).inputValue()
  await anna.page.keyboard.press('Escape')
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(house.origin + new URL(address).pathname)
  await expect(stranger.getByRole('heading', { level: 1, name: 'Minutes' })).toBeVisible()
  await endPublicLinks(house.db, doc)
  await stranger.reload()
  await expect(stranger.getByRole('heading', { name: 'This link leads nowhere' })).toBeVisible()
  await stranger.context().close()

  await ben.page.goto(`/docs/${annex.id}`)
  await expect(ben.body).toBeVisible()
  await makeProject(house.db, workspace.owner, {
    title: 'The other one',
    members: [[{ ...workspace.owner, id: anna.id }, 'lead']],
  })
  await anna.page.reload()
  await choose(anna.page, 'Move…')
  const dialog = anna.page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Project/ }).click()
  await anna.page.getByRole('option', { name: 'The other one' }).click()
  await dialog.getByRole('button', { name: 'Move', exact: true }).click()
  await expect(ben.body).toHaveCount(0)
  await anna.page.goto(`/docs/${annex.id}`)
  await expect(anna.body).toBeVisible()
  const way = anna.page.getByRole('navigation', { name: 'Where you are' })
  await expect(way.getByRole('link', { name: 'The other one' })).toBeVisible()
  await expect(way.getByRole('link', { name: 'Minutes' })).toBeVisible()
})
