/** What became of suggestions, for all who follow how a doc comes about. */
import { docSchema } from '@atelier/shared/docs/new-doc'
import type { DecidedSuggestion } from '@atelier/shared/suggestions/suggestion-contract'
import { find, write } from '@atelier/shared/suggestions/two-authors'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { type ForkActs, forkActs } from '../testing/fork-acts'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { insertDecisions } from './suggestion-queries'

let app: TestApp
let workspace: MadeWorkspace
let lead: MadePerson
let ada: MadePerson
let project: MadeProject
let docId: string
let acts: ForkActs
let fork: string

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace, { name: 'Lea' })
  ada = await makePerson(app.deps.db, workspace, { name: 'Ada' })
})
beforeEach(async () => {
  project = await makeProject(app.deps.db, lead, { members: [[ada, 'commenter']] })
  ;({ id: docId } = await makeDoc(app.deps.db, project, lead))
  acts = forkActs(app, docId)
  await app.deps.rooms.edit(roomName('doc', docId), (room) =>
    write(room, (tr) => tr.insert(1, docSchema().text('One two three four.'))),
  )
  fork = await acts.begin(ada)
})
afterAll(() => app.stop())

async function page(after?: string, by: Pick<MadePerson, 'id'> = ada) {
  const answer = await (await app.as(by)).get(
    `${acts.path}/decided${after === undefined ? '' : `?after=${after}`}`,
  )
  return answer as { status: number; body: { decided: DecidedSuggestion[]; next: string | null } }
}

const insertedBy = (decided: readonly DecidedSuggestion[]) =>
  decided.map(({ said }) => said.inserted)

const insert = (words: readonly string[]) =>
  insertDecisions(
    app.deps.db,
    { suggestionId: fork, decidedBy: lead.id },
    words.map((inserted) => ({ accepted: true, removed: '', inserted, about: '{}' })),
    { doc: null, fork: null },
  )

test('its author reads what became of it, by whom, the newest first', async () => {
  await acts.suggest(fork, 'two', 'five')
  await acts.decide(lead, fork, true)
  await acts.suggest(fork, 'four', 'six')
  await acts.decide(lead, fork, false)
  await acts.suggest(fork, 'three', 'seven')
  await acts.decide(ada, fork, false)
  const { body } = await page()
  expect(body.next).toBeNull()
  const author = { id: ada.id, name: 'Ada' }
  expect(body.decided).toMatchObject([
    { author, accepted: false, by: { id: ada.id }, said: { removed: 'three', inserted: 'seven' } },
    { author, accepted: false, by: { name: 'Lea' }, said: { removed: 'four', inserted: 'six' } },
    { author, accepted: true, by: { name: 'Lea' }, said: { removed: 'two', inserted: 'five' } },
  ])
  for (const { at } of body.decided) expect(Date.parse(at)).not.toBeNaN()
})

test('what would only have looked otherwise can still be told', async () => {
  await acts.change(fork, (text) =>
    write(text, (tr) => {
      const { from, to } = find(tr.doc, 'two')
      const bold = docSchema().marks.bold?.create()
      if (bold) tr.addMark(from, to, bold)
    }),
  )
  await acts.decide(lead, fork, false)
  const [one] = (await page()).body.decided
  expect(one?.said).toMatchObject({ removed: '', inserted: '', words: 'two' })
  expect(one?.said.spots).toMatchObject([{ kind: 'formatting', differences: { bold: {} } }])
})

test('also once its author has done suggesting, and no longer once it is taken back', async () => {
  await acts.suggest(fork, 'two', 'five')
  const { body } = await acts.decide(lead, fork, true)
  expect((await page()).body.decided).toHaveLength(1)
  const undo = `${acts.path}/${fork}/decisions/${body.batchId}/undo`
  expect((await (await app.as(lead)).post(undo)).status).toBe(204)
  expect((await page()).body.decided).toEqual([])
  await acts.decide(lead, fork, true)
  await (await app.as(ada)).delete(`${acts.path}/${fork}`)
  expect((await page()).body.decided).toHaveLength(1)
})

test('comes thirty at a time, none twice and none left out; decided at once in the order of the text', async () => {
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => `word ${from + at}`)
  await insert(words(40, 65))
  await insert(words(0, 40))
  const first = (await page()).body
  expect(insertedBy(first.decided)).toEqual(words(0, 30))
  const second = (await page(first.next ?? '')).body
  expect(insertedBy(second.decided)).toEqual([...words(30, 40), ...words(40, 60)])
  const third = (await page(second.next ?? '')).body
  expect(insertedBy(third.decided)).toEqual(words(60, 65))
  expect(third.next).toBeNull()
})

test('goes on from one of the same doc only', async () => {
  await insert(['older, here'])
  const here = acts
  const other = await makeDoc(app.deps.db, project, lead)
  acts = forkActs(app, other.id)
  fork = await acts.begin(ada)
  await insert(['newer, there'])
  const there = (await page()).body.decided[0]?.id
  acts = here
  expect((await page()).body.decided).toHaveLength(1)
  expect((await page(there)).body).toEqual({ decided: [], next: null })
  expect((await page('one')).status).toBe(404)
})

test('whatever stands in a fork is kept short, and as nothing but words', async () => {
  const words = `<img src=x onerror=alert(1)>\u0000{{name}} ${'x'.repeat(9000)}`
  await acts.suggest(fork, 'two', words)
  await acts.change(fork, (text) =>
    write(text, (tr) => tr.setNodeAttribute(0, 'textAlign', 'y'.repeat(9000))),
  )
  await acts.decide(lead, fork, false)
  const { body } = await page()
  expect(insertedBy(body.decided).join()).toContain('<img src=x onerror=alert(1)>{{name}} xxx')
  for (const { said } of body.decided) expect(JSON.stringify(said).length).toBeLessThan(2000)
})

test('who only reads the doc, in the library, is told nothing of it', async () => {
  await acts.suggest(fork, 'two', 'five')
  await acts.decide(lead, fork, true)
  await (await app.as(lead)).patch(`/api/docs/${docId}`, { inLibrary: true })
  const reader = await makePerson(app.deps.db, workspace)
  expect((await (await app.as(reader)).get(`/api/docs/${docId}`)).status).toBe(200)
  expect((await page(undefined, reader)).status).toBe(403)
})

test('everybody in the doc hears of a decision, and that it was taken back', async () => {
  await acts.suggest(fork, 'two', 'five')
  const tell = vi.spyOn(app.deps.notices, 'tell')
  // Rooms that have gone quiet tell of other things meanwhile.
  const decisions = () => tell.mock.calls.filter(([{ what }]) => what === 'suggestions')
  const told = [
    { what: 'suggestions', id: docId },
    { kind: 'doc', docId },
  ]
  const { body } = await acts.decide(lead, fork, true)
  expect(decisions()).toEqual([told])
  await (await app.as(lead)).post(`${acts.path}/${fork}/decisions/${body.batchId}/undo`)
  expect(decisions()).toEqual([told, told])
  tell.mockRestore()
})
