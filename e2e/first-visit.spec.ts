import {
  makeDepartment,
  makeInvitation,
  makeProject,
  makeWorkspace,
  password,
} from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { choose } from './choose'
import { join, setUp, signIn } from './door-page'
import { test as base } from './fixtures'
import { type House, openHouse } from './house'

type Own = {
  /** A house nobody has moved into. */
  emptyHouse: House
  /** Somebody nobody knows, at a browser of their own. */
  visitor: (house: House) => Promise<Page>
}

const test = base.extend<Own>({
  emptyHouse: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture needs
    async ({}, use) => {
      const house = await openHouse([])
      await use(house)
      await house.close()
    },
    { timeout: 60_000 },
  ],
  visitor: async ({ browser }, use) => {
    const pages: Page[] = []
    await use(async ({ origin: baseURL }) => {
      const page = await (await browser.newContext({ baseURL })).newPage()
      pages.push(page)
      return page
    })
    for (const page of pages) await page.context().close()
  },
})

const grete = {
  name: 'Grete Lund',
  email: 'grete@fjord.example',
  password: 'a long enough sentence',
}
const nils = { name: 'Nils Aas', email: 'nils@fjord.example', password: 'another long sentence' }

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

test('the first visit makes the workspace, its organisation and its owner', async ({
  emptyHouse,
  visitor,
}) => {
  const page = await visitor(emptyHouse)
  await page.goto('/docs/anything')
  await expect(heading(page, 'Let’s set up your atelier')).toBeVisible()
  await setUp(page, 'Fjord Works', { ...grete, password: 'short' })
  await expect(page.getByText('This is too short.')).toBeVisible()
  await setUp(page, 'Fjord Works', grete)
  await expect(heading(page, /, Grete$/)).toBeVisible()
  await expect(heading(page, 'Start with a real problem')).toBeVisible()
  await page.goto('/settings/people')
  const people = page.getByRole('list', { name: 'People' })
  await expect(people.getByRole('listitem')).toHaveText(/Grete Lund.*You.*Owner/s)
  await page.goto('/settings/organisations')
  await expect(page.getByText('Fjord Works Ltd', { exact: true })).toBeVisible()

  const late = await visitor(emptyHouse)
  await late.goto('/set-up')
  await expect(heading(late, 'Welcome back')).toBeVisible()
  await signIn(late, grete)
  await expect(heading(late, 'Start with a real problem')).toBeVisible()
})

test('a wrong password keeps what was typed, and many of them slow down without locking out', async ({
  emptyHouse,
  visitor,
}) => {
  const { owner } = await makeWorkspace(emptyHouse.db)
  const page = await visitor(emptyHouse)
  await page.goto('/settings/profile')
  const wrong = { email: owner.email, password: 'not the password' }
  await signIn(page, wrong)
  const fault = page.getByText('The e-mail address and the password do not go together.')
  await expect(fault).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(owner.email)
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue(wrong.password)
  const tooMany = page.getByText(/^Too many tries\. Please wait/)
  const button = page.getByRole('button', { name: 'Sign in' })
  await expect(async () => {
    await button.click({ timeout: 1_000 })
    await expect(tooMany).toBeVisible({ timeout: 500 })
    // The first wait is over after a second; each after it is twice as long.
    await expect(button).toBeDisabled({ timeout: 500 })
  }).toPass({ intervals: [0] })
  await expect(button).toBeEnabled({ timeout: 30_000 })
  await signIn(page, { email: owner.email, password })
  await expect(heading(page, 'Profile')).toBeVisible()
})

test('an invitation link lets somebody in as what it says, and as often as it says', async ({
  house,
  workspace,
  project,
  comeIn,
  visitor,
}) => {
  const { page } = await comeIn(workspace.owner)
  await page.goto('/settings/invitations')
  await page.getByRole('button', { name: 'New invitation' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('For whom').fill('Nils from the fjord')
  await choose(dialog, 'Joins as', /^Partner/)
  await choose(dialog, 'Starts in the project', project.title)
  await choose(dialog, 'Role in the project', /^Viewer/)
  await dialog.getByRole('button', { name: 'Make link' }).click()
  const link = await dialog.getByLabel('Link', { exact: true }).inputValue()
  await dialog.getByRole('button', { name: 'Done' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Nils from the fjord' })
  await expect(row).toContainText('Used 0 of 1')

  const newcomer = await visitor(house)
  await newcomer.goto(link)
  await expect(newcomer.getByText(/^Olga Owner invites you/)).toBeVisible()
  await expect(
    newcomer.getByText(`You will start in the project “${project.title}”.`),
  ).toBeVisible()
  await join(newcomer, { ...nils, email: `nils.${project.id}@fjord.example` })
  await newcomer.getByRole('main').getByRole('link', { name: project.title }).click()
  await newcomer.getByRole('tab', { name: /^Members/ }).click()
  const members = newcomer.getByRole('list', { name: 'Members' })
  await expect(members.getByRole('listitem').filter({ hasText: nils.name })).toContainText('Viewer')

  await expect(row).toContainText('Used up')
  await expect(row).toContainText('Used 1 of 1')
  const late = await visitor(house)
  await late.goto(link)
  await expect(heading(late, 'This invitation is no longer open')).toBeVisible()
})

test('a link that has expired or was withdrawn says so in words', async ({
  house,
  workspace,
  comeIn,
  visitor,
}) => {
  const past = await makeInvitation(house.db, workspace, { expiresAt: new Date(Date.now() - 1000) })
  const open = await makeInvitation(house.db, workspace, { note: 'For the evening class' })
  const newcomer = await visitor(house)
  await newcomer.goto(`/join/${past.token}`)
  await expect(heading(newcomer, 'This invitation is no longer open')).toBeVisible()

  await newcomer.goto(`/join/${open.token}`)
  await expect(heading(newcomer, /^Join /)).toBeVisible()
  const { page } = await comeIn(workspace.owner)
  await page.goto('/settings/invitations')
  const row = page.getByRole('listitem').filter({ hasText: 'For the evening class' })
  await row.getByRole('button', { name: 'Withdraw' }).click()
  await expect(row).toContainText('Withdrawn')
  await join(newcomer, nils)
  await expect(
    newcomer.getByText('This link has expired or was withdrawn. Please ask for a new one.'),
  ).toBeVisible()
  await expect(newcomer.getByLabel('Your name')).toHaveValue(nils.name)
  await newcomer.reload()
  await expect(heading(newcomer, 'This invitation is no longer open')).toBeVisible()
})

test('signing out everywhere ends every device at once', async ({ workspace, comeIn }) => {
  const here = (await comeIn(workspace.owner)).page
  const there = (await comeIn(workspace.owner)).page
  await there.goto('/')
  await here.goto('/settings/sessions')
  const devices = here.getByRole('list', { name: 'Your devices' }).getByRole('listitem')
  await expect(devices).toHaveCount(2)
  await expect(devices.filter({ hasText: 'This device' })).toHaveCount(1)
  await here.getByRole('button', { name: 'Sign out everywhere' }).click()
  for (const page of [here, there]) await expect(heading(page, 'Welcome back')).toBeVisible()
  await there.goto('/settings/profile')
  await expect(heading(there, 'Welcome back')).toBeVisible()
  await signIn(there, { email: workspace.owner.email, password })
  await expect(heading(there, 'Profile')).toBeVisible()
})

test('everybody changes their own name, department, colour and language', async ({
  house,
  workspace,
  comeIn,
}) => {
  await makeDepartment(house.db, workspace, 'Foundry')
  const { page } = await comeIn(workspace.owner)
  await page.goto('/settings/profile')
  await page.getByLabel('Name', { exact: true }).fill('Olga Østby')
  await page.getByRole('radio', { name: 'Violet' }).check({ force: true })
  await choose(page, 'Department', 'Foundry')
  await choose(page, 'Language', 'Deutsch')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await expect(page.getByText('Dein Profil ist gespeichert.')).toBeVisible()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(heading(page, 'Profil')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Olga Østby')
  await expect(page.getByRole('radio', { name: 'Violett' })).toBeChecked()
  await expect(page.getByRole('button', { name: /^Foundry Abteilung$/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /Olga Østby.*Foundry/s })).toBeVisible()
})

test('one list shows everything that lets anybody in, and takes it back', async ({
  house,
  workspace,
  project,
  together,
  comeIn,
  visitor,
}) => {
  const other = await makeProject(house.db, workspace.owner, { title: 'Second project' })
  const [anna] = await together(project, 'contributor')
  const link = await makeInvitation(house.db, workspace, { note: 'For the evening class' })
  const { page } = await comeIn(workspace.owner)
  await page.goto('/settings/access')
  const list = page.getByRole('list', { name: 'Access' })
  const rows = list.getByRole('listitem')
  await expect(rows).toHaveCount(6)
  await expect(rows.filter({ hasText: 'Olga Owner' }).filter({ hasText: other.title })).toHaveCount(
    1,
  )

  await page.getByLabel('Find a person, project or organisation').fill('Anna')
  await expect(rows).toHaveCount(2)
  await anna.page.goto(`/projects/${project.id}`)
  await expect(heading(anna.page, project.title)).toBeVisible()
  await list.getByRole('button', { name: `Take Anna Berg out of ${project.title}` }).click()
  const undo = page.getByRole('button', { name: 'Undo' })
  // A pointer that rests on it keeps it there.
  await undo.hover()
  await expect(rows).toHaveCount(1)
  await expect(heading(anna.page, 'There is nothing here')).toBeVisible()
  await undo.click()
  await expect(rows).toHaveCount(2)
  await expect(heading(anna.page, project.title)).toBeVisible()

  await page.getByLabel('Find a person, project or organisation').fill('')
  await choose(page, 'Kind of access', 'By invitation')
  await expect(rows).toHaveCount(1)
  await list.getByRole('button', { name: 'Withdraw' }).click()
  const newcomer = await visitor(house)
  await expect(page.getByText('The invitation is withdrawn.')).toBeVisible()
  await newcomer.goto(`/join/${link.token}`)
  await expect(heading(newcomer, 'This invitation is no longer open')).toBeVisible()
})
