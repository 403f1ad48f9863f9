/** What somebody finds of their cards away from their board: on the first screen, on another board, in a calendar. */
import { makeBoard, makeProject, password } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { choose } from './choose'
import { test } from './fixtures'

const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)
const myCards = (page: Page) => page.getByRole('region', { name: 'My cards' })
const group = (page: Page, name: string) => myCards(page).getByRole('region', { name })

test('the first screen shows what is mine to do on every board', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const assignee = anna.id
  const board = await makeBoard(house.db, project, workspace.owner, {
    title: 'Scrap',
    columns: ['To do', 'Done'],
    done: ['Done'],
    cards: [
      { title: 'Measure', column: 'To do', assignee, due: day(-3), waitsFor: [] },
      { title: 'Some day', column: 'To do', assignee },
      { title: 'Finished', column: 'Done', assignee },
      { title: 'Free', column: 'To do' },
      ...Array.from({ length: 8 }, (_, nth) => ({
        ...{ title: `Later ${nth}`, column: 'To do', assignee, due: day(30 + nth) },
      })),
    ],
  })
  await anna.page.goto('/')
  await expect(group(anna.page, 'Overdue').getByRole('link')).toHaveText('Measure')
  await expect(group(anna.page, 'Overdue')).toContainText(`Scrap · ${project.title} · To do`)
  await expect(myCards(anna.page)).not.toContainText('Finished')

  const his = boardPage(ben)
  await his.open(board)
  const card = await his.openCard('Free')
  await card.assign(anna.name)
  await card.close()
  await his.says('Saved')
  await ben.page.close()
  await anna.page.getByRole('link', { name: 'All my cards (11)' }).click()
  await expect(anna.page.getByRole('heading', { name: 'My cards', level: 1 })).toBeVisible()
  await expect(anna.page.getByRole('region', { name: 'Without a date' })).toContainText('Free')

  await anna.page.goto('/')
  await group(anna.page, 'Overdue').getByRole('link', { name: 'Measure' }).focus()
  await anna.page.keyboard.press('Enter')
  await expect(anna.page.getByRole('dialog', { name: 'Card Measure' })).toBeVisible()
})

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' })

  test('my cards are there as they were last seen', async ({
    house,
    project,
    workspace,
    together,
  }) => {
    const [anna] = await together(project, 'contributor')
    const cards = [{ title: 'Measure', column: 'To do', assignee: anna.id, due: day(-3) }]
    const wish = { title: 'Scrap', columns: ['To do'], cards }
    await makeBoard(house.db, project, workspace.owner, wish)
    await anna.page.goto('/')
    await anna.page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await anna.page.reload()
    await expect(group(anna.page, 'Overdue')).toContainText('Measure')
    await anna.goOffline()
    await anna.page.reload()
    await expect(group(anna.page, 'Overdue')).toContainText('Measure')
  })
})

test('a card moved to another board by keyboard is there for everybody, found by its old link, and comes back', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const [from, to] = [
    await makeBoard(house.db, project, workspace.owner, {
      title: 'Scrap',
      columns: ['To do'],
      cards: [
        { title: 'Measure', column: 'To do', description: 'With the long gauge' },
        { title: 'Stays', column: 'To do' },
      ],
    }),
    await makeBoard(house.db, project, workspace.owner, {
      title: 'Line 3',
      columns: ['Plan', 'Do'],
    }),
  ]
  await makeProject(house.db, workspace.owner, { title: 'Not theirs' })
  const [hers, his] = [boardPage(anna), boardPage(ben)]
  await hers.open(from)
  await his.open(to)
  await hers.card('Measure').focus()
  await anna.page.keyboard.press('m')
  const dialog = anna.page.getByRole('dialog', { name: 'Move card' })
  await choose(dialog, 'Board', 'Line 3')
  await choose(dialog, 'Column', 'Do')
  await dialog.getByRole('button', { name: 'Move to that board' }).press('Enter')
  await his.shows({ Plan: [], Do: ['Measure'] })
  await hers.shows({ 'To do': ['Stays'] })
  const opened = await his.openCard('Measure')
  await expect(opened.description).toContainText('With the long gauge')
  const id = new URL(ben.page.url()).searchParams.get('card')
  await opened.close()

  await anna.page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await his.shows({ Plan: [], Do: [] })
  await hers.shows({ 'To do': ['Measure', 'Stays'] })

  const comment = crypto.randomUUID()
  await ben.page.goto(`/boards/${to.id}?card=${id}&comment=${comment}`)
  const moved = ben.page.getByRole('dialog', { name: 'Measure has moved' })
  await expect(moved).toContainText('Scrap')
  await moved.getByRole('link', { name: 'Open it there' }).click()
  await expect(ben.page.getByRole('dialog', { name: 'Card Measure' })).toBeVisible()
  expect(ben.page.url()).toContain(from.id)
  expect(ben.page.url()).toContain(comment)
  const window = ben.page.getByRole('dialog', { name: 'Card Measure' })
  await window.getByRole('button', { name: 'Show what happened' }).click()
  const history = window.getByRole('region', { name: 'What happened' })
  await expect(history).toContainText('brought it here from the board “Line 3” See it there')
  await expect(history).not.toContainText('archived it')
  await history.getByRole('link', { name: 'See it there' }).first().click()
  const earlier = ben.page.getByRole('dialog', { name: 'Measure has moved' })
  await earlier.getByRole('button', { name: 'Show what happened' }).click()
  await expect(earlier).toContainText('moved it to the board “Scrap”')
  await expect(earlier).toContainText('brought it here from the board “Scrap”')
})

test('what somebody without a network writes on a card that moves meanwhile is shown, and becomes a card of its own', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const from = await makeBoard(house.db, project, workspace.owner, {
    title: 'Scrap',
    columns: ['To do', 'Done'],
    cards: [{ title: 'Measure', column: 'To do' }],
  })
  await makeBoard(house.db, project, workspace.owner, {
    title: 'Line 3',
    columns: ['Plan', 'Do'],
  })
  const [hers, his] = [boardPage(anna), boardPage(ben)]
  await hers.open(from)
  await his.open(from)
  const opened = await his.openCard('Measure')
  const address = ben.page.url()
  await ben.context.setOffline(true)
  await opened.description.click()
  await ben.page.keyboard.type('Four hours of work')
  await opened.close()
  await hers.card('Measure').focus()
  await anna.page.keyboard.press('m')
  const dialog = anna.page.getByRole('dialog', { name: 'Move card' })
  await choose(dialog, 'Board', 'Line 3')
  await choose(dialog, 'Column', 'Plan')
  await dialog.getByRole('button', { name: 'Move to that board' }).press('Enter')
  await hers.shows({ 'To do': [], Done: [] })

  await ben.context.setOffline(false)
  await his.shows({ 'To do': [], Done: [] })
  await ben.page.goto(address)
  const moved = ben.page.getByRole('dialog', { name: 'Measure has moved' })
  await expect(moved).toContainText('Somebody wrote on it here after it had moved')
  await moved.getByRole('button', { name: 'Make a card of what is here' }).click()
  await expect(ben.page.getByRole('dialog', { name: 'Card Measure' })).toContainText(
    'Four hours of work',
  )
  await hers.shows({ 'To do': ['Measure'], Done: [] })
})

test('a calendar reads due dates at a secret address, until it is taken back', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const [anna] = await together(project, 'viewer')
  const cards = [{ title: 'Measure', column: 'To do', due: day(3) }]
  const wish = { title: 'Scrap', columns: ['To do'], cards }
  const board = await makeBoard(house.db, project, workspace.owner, wish)
  await boardPage(anna).open(board)
  await anna.page.getByRole('button', { name: 'More about this board' }).click()
  await anna.page.getByRole('menuitem', { name: 'Calendar feed' }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Calendar feed' })
  await dialog.getByRole('button', { name: 'Make an address' }).click()
  const address = await dialog.getByRole('textbox', { name: 'Address of the feed' }).inputValue()
  const calendar = await fetch(address.replace(/^https?:\/\/[^/]+/, house.origin))
  expect(calendar.headers.get('content-type')).toContain('text/calendar')
  expect(await calendar.text()).toContain('SUMMARY:Measure')
  await dialog.getByRole('button', { name: 'Revoke' }).click()
  await expect(anna.page.getByText('The address no longer works.')).toBeVisible()
  expect((await fetch(address.replace(/^https?:\/\/[^/]+/, house.origin))).status).toBe(404)
})

test('all feeds are in one place in the settings, one is revoked there, and a new password ends the rest', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const [anna] = await together(project, 'viewer')
  const wish = (title: string) => ({ title, columns: ['To do'], cards: [] })
  const scrap = await makeBoard(house.db, project, workspace.owner, wish('Scrap'))
  const line = await makeBoard(house.db, project, workspace.owner, wish('Line 3'))
  const { request } = anna.page
  const origin = new URL(house.origin).origin
  const makeFeed = async (path: string) => {
    const made = await request.post(`${origin}/api/${path}`, { headers: { origin } })
    return `${origin}/api/feeds/${(await made.json()).token}.ics`
  }
  const ofScrap = await makeFeed(`boards/${scrap.id}/calendar-feed`)
  const ofLine = await makeFeed(`boards/${line.id}/calendar-feed`)
  const mine = await makeFeed('me/calendar-feed')
  const statuses = () =>
    Promise.all([ofScrap, ofLine, mine].map(async (at) => (await fetch(at)).status))
  expect(await statuses()).toEqual([200, 200, 200])

  await anna.page.goto('/settings/sessions')
  const feeds = anna.page.getByRole('list', { name: 'Your calendar feeds' }).getByRole('listitem')
  await expect(feeds).toHaveCount(3)
  await expect(feeds.first()).toContainText('My cards')
  await expect(feeds.filter({ hasText: 'Scrap' })).toContainText(/last fetched/)
  await anna.page.getByRole('button', { name: 'Revoke the feed “Scrap”' }).press('Enter')
  await expect(anna.page.getByText('The address of “Scrap” no longer works.')).toBeVisible()
  await expect(feeds).toHaveCount(2)
  expect(await statuses()).toEqual([404, 200, 200])

  await anna.page.goto('/settings/profile')
  await expect(anna.page.getByText('ends your calendar feeds')).toBeVisible()
  await anna.page.getByLabel('Current password').fill(password)
  await anna.page.getByLabel('New password').fill('another long password')
  await anna.page.getByRole('button', { name: 'Change password' }).click()
  await expect(anna.page.getByText('calendar feeds no longer work')).toBeVisible()
  expect(await statuses()).toEqual([404, 404, 404])
  await anna.page.goto('/settings/sessions')
  await expect(anna.page.getByText('You have none.')).toBeVisible()
})
