/** What whoever coordinates is told of mentorships: numbers, and only where they point at nobody. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MadeWorkspace, makePerson, makeWorkspace } from '../testing/make'
import { makePair } from '../testing/make-journal'
import { type TestApp, testApp } from '../testing/test-app'
import { changeState } from './mentorship-change-queries'

let app: TestApp
let workspace: MadeWorkspace

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
})
afterAll(() => app.stop())

const person = (role: 'admin' | 'member' | 'partner' = 'member') =>
  makePerson(app.deps.db, workspace, { role })
const pair = async () => makePair(app.deps.db, { mentee: await person(), mentor: await person() })
const figures = async () =>
  (await (await app.as(workspace.owner)).get('/api/mentorships/figures')).body

test('are for those who run the workspace', async () => {
  for (const [role, status] of [
    ['admin', 200],
    ['member', 403],
    ['partner', 403],
  ] as const) {
    const browser = await app.as(await person(role))
    expect((await browser.get('/api/mentorships/figures')).status).toBe(status)
  }
})

test('say nothing up to five, then how many there are at least, and nothing that tells of one', async () => {
  const made = []
  for (let n = 0; n < 5; n++) made.push(await pair())
  expect(await figures()).toEqual({ atLeast: null })
  made.push(await pair())
  expect(await figures()).toEqual({ atLeast: 5 })
  await changeState(app.deps.db, made[0] ?? '', 'paused')
  expect(await figures()).toEqual({ atLeast: 5 })
  for (let n = 0; n < 6; n++) made.push(await pair())
  expect(await figures()).toEqual({ atLeast: 10 })
  await changeState(app.deps.db, made[6] ?? '', 'ended')
  expect(await figures()).toEqual({ atLeast: 10 })
})

test('count what is in other workspaces for those alone', async () => {
  const other = await makeWorkspace(app.deps.db)
  const browser = await app.as(other.owner)
  expect((await browser.get('/api/mentorships/figures')).body).toEqual({ atLeast: null })
})
