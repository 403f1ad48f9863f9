import { putMember } from '@atelier/server/projects/project-change-queries'
import {
  makeBoard,
  makeDepartment,
  makeDoc,
  makeInvitation,
  makePerson,
  makeProject,
  makeWorkspace,
} from '@atelier/server/testing/make'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { expect, type Page } from '@playwright/test'
import * as Y from 'yjs'
import { test } from './doc-fixtures'
import { enterWithoutBrowser } from './without-a-browser'

const hurtful = '<img src=x onerror="window.hurt=1"><b>hi</b>'

/** Everything a browser complains about on a page: errors, and what the content policy forbade. */
function complaintsOf(page: Page): string[] {
  const heard: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text())
  })
  page.on('pageerror', (error) => heard.push(String(error)))
  page.on('dialog', (dialog) => heard.push(dialog.message()))
  return heard
}

const wasHurt = (page: Page) => page.evaluate(() => 'hurt' in window)

test('markup in names and titles is shown as text on every screen, without a complaint', async ({
  house,
  comeIn,
}) => {
  const { db } = house
  const workspace = await makeWorkspace(db, { name: hurtful, ownerName: hurtful })
  const project = await makeProject(db, workspace.owner, { title: hurtful })
  await makeDepartment(db, workspace, hurtful)
  const someone = await makePerson(db, workspace, { name: `${hurtful} 2` })
  await putMember(db, project, someone.id, 'viewer')
  const doc = await makeDoc(db, project, workspace.owner, hurtful)
  const columns = [hurtful, '__proto__']
  const board = await makeBoard(db, project, workspace.owner, { title: hurtful, columns })
  const invitation = await makeInvitation(db, workspace, { note: hurtful })

  const { page, context } = await comeIn(workspace.owner)
  const complaints = complaintsOf(page)
  const screens = [
    '/',
    `/projects/${project.id}`,
    `/projects/${project.id}?tab=members`,
    `/projects/${project.id}?tab=settings`,
    `/docs/${doc.id}`,
    `/boards/${board.id}`,
    '/settings/profile',
    '/settings/sessions',
    '/settings/people',
    '/settings/organisations',
    '/settings/invitations',
    '/settings/access',
  ]
  for (const screen of screens) {
    await page.goto(screen)
    await expect(page.getByRole('main')).not.toBeEmpty()
    await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0)
    await expect(page.getByText(hurtful).first()).toBeVisible()
    expect(await wasHurt(page), screen).toBe(false)
  }
  await page.goto(`/docs/${doc.id}`)
  await expect(page).toHaveTitle(`${hurtful} · Atelier`)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('menuitem', { name: hurtful }).first()).toBeVisible()

  // What the doc still asks for is not to be asked by somebody who is signed out.
  await page.goto('about:blank')
  await context.clearCookies()
  for (const screen of ['/sign-in', `/join/${invitation.token}`]) {
    await page.goto(screen)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await wasHurt(page), screen).toBe(false)
  }
  expect(complaints).toEqual([])
})

test('a link that is a program leads nowhere, for writers and readers', async ({
  house,
  workspace,
  doc,
  inDoc,
}) => {
  const attacker = await enterWithoutBrowser(house, workspace.owner, doc)
  const link = (href: string) => ({ type: 'link', attrs: { href } })
  const linked = (text: string, href: string) => ({ type: 'text', text, marks: [link(href)] })
  const programs = ['javascript:window.hurt=1', ' java\nscript:window.hurt=1', 'data:text/html,hi']
  Y.applyUpdate(
    attacker.doc,
    newDocUpdate({
      title: '',
      body: {
        type: 'doc',
        content: programs.map((href, nth) => ({
          type: 'paragraph',
          content: [linked(`press me ${nth}`, href)],
        })),
      },
    }),
    'attacker',
  )
  await attacker.settled()
  await attacker.leave()

  for (const { page, context, body } of await inDoc('contributor', 'viewer')) {
    const complaints = complaintsOf(page)
    const pressMe = body.getByRole('paragraph').filter({ hasText: 'press' })
    await expect(pressMe).toHaveCount(programs.length)
    for (const nth of programs.keys()) {
      const words = pressMe.nth(nth).locator('span').first()
      await words.click()
      await words.click({ modifiers: ['Control'] })
    }
    await expect(body.locator('a')).toHaveCount(0)
    expect(context.pages()).toEqual([page])
    await expect(page.getByRole('link', { name: 'Open link in a new tab' })).toHaveCount(0)
    expect(await wasHurt(page)).toBe(false)
    expect(complaints).toEqual([])
  }
})

test('a card is found by what is written on it, and the palette shows the words as text', async ({
  house,
  comeIn,
}) => {
  const { db } = house
  const workspace = await makeWorkspace(db)
  const project = await makeProject(db, workspace.owner)
  await makeBoard(db, project, workspace.owner, {
    columns: ['To do'],
    cards: [
      { title: 'Order', column: 'To do', description: `Pallets: ring about ${hurtful} first` },
    ],
  })
  const { page } = await comeIn(workspace.owner)
  const complaints = complaintsOf(page)
  await page.goto('/')
  await expect(page.getByRole('main')).not.toBeEmpty()
  await page.keyboard.press('Control+k')
  await page.getByLabel('Search commands, projects, docs and boards').fill('pallets')
  const found = page.getByRole('menuitem', { name: /^Order/ })
  await expect(found).toContainText(`Pallets: ring about ${hurtful} first`)
  await found.click()
  await expect(page.getByRole('dialog', { name: 'Card Order' })).toBeVisible()
  expect(await wasHurt(page)).toBe(false)
  expect(complaints).toEqual([])
})
