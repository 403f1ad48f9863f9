import { randomUUID } from 'node:crypto'
import { putMember } from '@atelier/server/projects/project-change-queries'
import { makeDoc, makePerson, makeProject, password } from '@atelier/server/testing/make'
import { docTitle } from '@atelier/shared/docs/doc'
import { expect, type Page } from '@playwright/test'
import { test, type Writer } from './doc-fixtures'
import { docPage, expectSameWords } from './doc-page'
import { enterWithoutBrowser, type Program } from './without-a-browser'

/** Rights change within a second; the rest is for two browsers on a busy machine to draw it. */
const atOnce = { timeout: 1_000 + 1_000 }

const told = {
  viewer: 'Your role in this project lets you read this doc.',
  commenter: 'Your role in this project lets you read and comment, but not write in this doc.',
  archived: 'This project is archived. Once it is restored, the doc can be changed again.',
}

for (const role of ['viewer', 'commenter'] as const) {
  test(`a ${role} reads along live, cannot type and is told why`, async ({ inDoc }) => {
    const [anna, clara] = await inDoc('contributor', role)
    await expect(clara.page.getByText(told[role])).toBeVisible()
    await clara.says('Read only')
    await expect(clara.body).not.toBeEditable()
    await expect(clara.title).not.toBeEditable()
    await clara.body.click()
    await clara.type('not mine to write/')
    await clara.press('Enter', 'Control+b', 'Backspace')
    await expect(clara.page.getByRole('listbox')).toHaveCount(0)
    await anna.body.click()
    await anna.type('Anna writes')
    await expectSameWords([anna, clara], ['Anna writes'])
    await anna.says('Saved')
  })
}

test('a removed member is out within a second, from the open doc and from home', async ({
  house,
  project,
  doc,
  inDoc,
}) => {
  const [anna, ben] = await inDoc('lead', 'contributor')
  await anna.body.click()
  await anna.type('Only for us')
  await expectSameWords([anna, ben], ['Only for us'])
  const program = await enterWithoutBrowser(house, ben, doc)
  const bensHome = await ben.context.newPage()
  await bensHome.goto('/')
  const onHome = bensHome.getByRole('link', { name: project.title })
  await expect(onHome.first()).toBeVisible()

  await anna.page.goto(`/projects/${project.id}?tab=members`)
  const takeOut = anna.page.getByRole('button', { name: 'Take Ben Okafor out of the project' })
  await takeOut.focus()
  await takeOut.press('Enter')
  await Promise.all([
    expect(ben.body).toHaveCount(0, atOnce),
    expect(onHome).toHaveCount(0, atOnce),
  ])
  await expect(ben.page.getByText('Only for us')).toHaveCount(0)
  await expect(bensHome.getByText('Start with a real problem')).toBeVisible()
  await ben.page.reload()
  await expect(ben.page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
  await anna.open(doc)
  await expectDeaf(program, anna)
})

test('who becomes a viewer can only read from then on, in the doc that is open, and who is made a contributor again writes on', async ({
  project,
  inDoc,
}) => {
  const [anna, ben] = await inDoc('lead', 'contributor')
  await ben.body.click()
  await ben.type('Ben was a contributor')
  await ben.says('Saved')
  await anna.page.goto(`/projects/${project.id}?tab=members`)
  const give = async (role: string) => {
    await anna.page.getByRole('button', { name: /Role of Ben Okafor/ }).click()
    await anna.page.getByRole('option', { name: new RegExp(`^${role}`) }).press('Enter')
  }
  await give('Viewer')
  await expect(ben.badge).not.toHaveAccessibleName('Saved', atOnce)
  await ben.says('Read only')
  await expect(ben.page.getByText(told.viewer)).toBeVisible()
  await expect(ben.body).not.toBeEditable()
  await ben.type(' and is one still')
  await expectSameWords([ben], ['Ben was a contributor'])

  await give('Contributor')
  await ben.says('Saved')
  await expect(ben.body).toBeEditable()
  await ben.goToEnd()
  await ben.type(' and is one again')
  await expectSameWords([ben], ['Ben was a contributor and is one again'])
  await ben.says('Saved')
})

test('“Sign out everywhere” ends the other browser, with the doc that is open in it', async ({
  house,
  inDoc,
  doc,
  comeIn,
}) => {
  const [anna, ben] = await inDoc('lead', 'contributor')
  const program = await enterWithoutBrowser(house, ben, doc)
  await ben.body.click()
  await ben.type('Left open on the other machine')
  await ben.says('Saved')
  const laptop = await comeIn(ben)
  await laptop.page.goto('/settings/sessions')
  const everywhere = laptop.page.getByRole('button', { name: 'Sign out everywhere' })
  await everywhere.focus()
  await everywhere.press('Enter')
  await expect(ben.body).toHaveCount(0, atOnce)
  for (const { page } of [ben, laptop]) await expectSignIn(page)
  await ben.page.goto(`/docs/${doc.id}`)
  await expectSignIn(ben.page)
  await expectDeaf(program, anna)
})

test('a doc that never was and a doc of others look the same', async ({
  house,
  workspace,
  together,
  project,
}) => {
  const others = await makeProject(house.db, workspace.owner, { title: 'Not for Anna' })
  const secret = await makeDoc(house.db, others, workspace.owner, 'Not for Anna either')
  const [anna] = await together(project, 'contributor')
  const seen = []
  for (const id of [randomUUID(), secret.id, 'no-id-at-all']) {
    const answered = anna.page.waitForResponse(
      (answer) => answer.url().includes(id) && answer.request().resourceType() === 'fetch',
    )
    await anna.page.goto(`/docs/${id}`)
    const answer = await answered
    await expect(anna.page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
    await expect(anna.page).toHaveTitle('There is nothing here · Atelier')
    seen.push({
      bar: await anna.page.getByRole('banner').textContent(),
      words: await anna.page.getByRole('main').textContent(),
      status: answer.status(),
      answer: await answer.text(),
    })
  }
  expect(seen[1]).toEqual(seen[0])
  expect(seen[2]).toEqual(seen[0])
})

test('a suspended person is out of the open doc within a second and cannot sign in again', async ({
  house,
  workspace,
  project,
  doc,
  inDoc,
  comeIn,
}) => {
  const [anna] = await inDoc('lead')
  const someone = await makePerson(house.db, workspace, { name: 'Ben Okafor' })
  await putMember(house.db, project, someone.id, 'contributor')
  const ben = docPage(await comeIn(someone))
  await ben.open(doc)
  await ben.says('Saved')
  const program = await enterWithoutBrowser(house, someone, doc)
  const olga = await comeIn(workspace.owner)
  await olga.page.goto('/settings/people')
  await olga.page.getByRole('button', { name: 'More about Ben Okafor' }).press('Enter')
  await olga.page.getByRole('menuitem', { name: 'Suspend' }).press('Enter')
  await expect(ben.body).toHaveCount(0, atOnce)
  await expectSignIn(ben.page)
  await expectDeaf(program, anna)
  await ben.page.goto('/sign-in')
  await ben.page.getByLabel('E-mail').fill(someone.email)
  await ben.page.getByLabel('Password', { exact: true }).fill(password)
  await ben.page.getByRole('button', { name: 'Sign in' }).press('Enter')
  await expect(
    ben.page.getByText('The e-mail address and the password do not go together.'),
  ).toBeVisible()
})

test('the docs of an archived project can be read, not changed, until it is brought back', async ({
  project,
  inDoc,
}) => {
  const [anna, ben] = await inDoc('lead', 'contributor')
  await ben.body.click()
  await ben.type('Before')
  await ben.says('Saved')
  await anna.page.goto(`/projects/${project.id}?tab=settings`)
  await anna.page.getByRole('button', { name: 'Archive project' }).press('Enter')
  await expect(ben.badge).not.toHaveAccessibleName('Saved', atOnce)
  await ben.says('Read only')
  await expect(ben.page.getByText(told.archived)).toBeVisible()
  await ben.type(' or after')
  await expectSameWords([ben], ['Before'])
  await anna.page.goto(`/projects/${project.id}`)
  await expect(anna.page.getByText('This project is archived.')).toBeVisible()
  await expect(anna.page.getByRole('button', { name: 'New doc' })).toHaveCount(0)
  await anna.page.getByRole('button', { name: 'Restore' }).press('Enter')
  await ben.says('Saved')
  await ben.goToEnd()
  await ben.type(' and after')
  await expectSameWords([ben], ['Before and after'])
})

/** What is written from now on does not reach it, nor does it reach anybody. */
async function expectDeaf(program: Program, writer: Writer) {
  await writer.goToEnd()
  await writer.type(' and this after you left')
  await writer.says('Saved')
  const before = await writer.words()
  docTitle(program.doc).insert(0, 'Mine: ')
  await writer.page.reload()
  await expect(writer.title).toHaveValue('Minutes')
  await expectSameWords([writer], before)
  expect(program.heard()).not.toContain('after you left')
  await program.leave()
}

async function expectSignIn(page: Page) {
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible()
}
