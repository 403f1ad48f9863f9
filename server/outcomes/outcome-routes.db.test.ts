import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { archiveCard, moveCard } from '@atelier/shared/boards/card-edits'
import { setColumnDone } from '@atelier/shared/boards/column-edits'
import { addOutcome } from '@atelier/shared/boards/fact-edits'
import { writeLearned } from '@atelier/shared/boards/learning-edits'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { sendCardsAway } from '@atelier/shared/boards/transfer-edits'
import { mostOutcomes, type Outcomes } from '@atelier/shared/outcomes/outcome'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeBoardSummary } from '../boards/board-summary'
import { putMember, setArchived } from '../projects/project-change-queries'
import {
  type MadePerson,
  type MadeProject,
  makeBoard,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let owner: MadePerson
let project: MadeProject
let other: MadeProject
let lead: Browser
let contributor: Browser
let viewer: Browser
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

beforeEach(async () => {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  owner = workspace.owner
  project = await makeProject(db, owner)
  other = await makeProject(db, owner)
  const as = async (role: 'lead' | 'contributor' | 'viewer') => {
    const person = await makePerson(db, workspace)
    await putMember(db, project, person.id, role)
    return app.as(person)
  }
  lead = await as('lead')
  contributor = await as('contributor')
  viewer = await as('viewer')
})

const at = (id = '', of = project) => `/api/projects/${of.id}/outcomes${id && `/${id}`}`
const all = async (who: Browser = viewer) => (await who.get(at())).body as Outcomes
const names = async (who?: Browser) => (await all(who)).outcomes.map(({ name }) => name)
const add = (who: Browser, name: string, more: object = {}) =>
  who.send('POST', at(), { id: crypto.randomUUID(), name, level: 'alone', ...more })
const change = (who: Browser, id: string, what: object) => who.send('PATCH', at(id), what)

async function three(): Promise<[string, string, string]> {
  const ids = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()] as const
  for (const [nth, name] of ['First', 'Second', 'Third'].entries())
    await add(lead, name, { id: ids[nth] })
  return [...ids]
}

describe('outcomes of a project', () => {
  test('are said by those who lead, and read by everybody who reads the project', async () => {
    expect((await add(lead, ' Reads a drift chart ', { description: 'With numbers' })).status).toBe(
      204,
    )
    expect((await add(contributor, 'Mine')).error?.code).toBe('forbidden')
    expect((await add(viewer, 'Mine')).error?.code).toBe('forbidden')
    expect((await all()).outcomes).toEqual([
      {
        id: expect.any(String),
        name: 'Reads a drift chart',
        level: 'alone',
        description: 'With numbers',
        archived: false,
      },
    ])
    const stranger = await app.as((await makeWorkspace(app.deps.db)).owner)
    expect((await stranger.get(at())).status).toBe(404)
  })

  test('are added once, however often somebody asks', async () => {
    const id = crypto.randomUUID()
    await add(lead, 'Once', { id })
    expect((await add(lead, 'Once', { id })).status).toBe(204)
    expect(await names()).toEqual(['Once'])
  })

  test('stand where a lead puts them, also when two are put there at once', async () => {
    const [first, second, third] = await three()
    await change(lead, third, { after: null })
    expect(await names()).toEqual(['Third', 'First', 'Second'])
    await Promise.all([
      change(lead, second, { after: third }),
      change(lead, first, { after: third }),
    ])
    const [head, ...rest] = await names()
    expect([head, ...rest.sort()]).toEqual(['Third', 'First', 'Second'])
    expect((await change(contributor, first, { after: null })).error?.code).toBe('forbidden')
  })

  test('are renamed, put away and brought back, each alone', async () => {
    const [first] = await three()
    await change(lead, first, { name: 'Renamed', level: 'teaches' })
    await change(lead, first, { archived: true })
    expect((await all()).outcomes[0]).toMatchObject({
      name: 'Renamed',
      level: 'teaches',
      archived: true,
    })
    await change(lead, first, { archived: false })
    expect((await all()).outcomes[0]).toMatchObject({ name: 'Renamed', archived: false })
  })

  test('of an archived project are read only', async () => {
    const [first] = await three()
    await setArchived(app.deps.db, project.id, true)
    expect((await change(lead, first, { name: 'No' })).error?.code).toBe('forbidden')
    expect(await names()).toEqual(['First', 'Second', 'Third'])
  })

  test('of one project are none of another’s', async () => {
    const [first] = await three()
    const all = await app.as(owner)
    const there = { id: first, name: 'Taken over', level: 'alone' }
    expect((await all.send('POST', at('', other), there)).error?.code).toBe('conflict')
    expect((await all.send('PATCH', at(first, other), { name: 'No' })).status).toBe(404)
    expect((await names())[0]).toBe('First')
  })

  test('are as many as one can keep in mind, and no more', async () => {
    for (let left = mostOutcomes; left > 0; left--) await add(lead, `Outcome ${left}`)
    expect((await add(lead, 'One more')).error?.code).toBe('too-many')
  })

  test.each([
    ['no name', { name: ' ' }],
    ['a name without an end', { name: 'x'.repeat(121) }],
    ['a level nobody knows', { level: 'genius' }],
    ['a novel', { description: 'x'.repeat(1001) }],
    ['what is not an id', { id: 'one' }],
  ])('are refused with %s', async (_, wrong) => {
    expect((await add(lead, 'Fine', wrong)).error?.code).toBe('invalid')
  })
})

test('an outcome tells by board how many cards contribute, are done, and what was learned', async () => {
  const [first, second] = await three()
  const { db } = app.deps
  const board = await makeBoard(db, project, owner)
  const elsewhere = await makeBoard(db, other, owner)
  const doc = new Y.Doc()
  const cards = ['Ask', 'Measure', 'Finished long ago', 'Never done', 'Moved away']
  Y.applyUpdate(
    doc,
    newBoardUpdate({
      title: 'Work',
      columns: ['To do', 'Done'],
      cards: cards.map((title) => ({ title, column: 'To do' })),
    }),
  )
  const [toDo, done] = readBoard(doc).columns
  const [ask, measure, old, never, gone] = must(toDo, 'column').cards.map(
    ({ id }) => id,
  ) as string[]
  const finished = must(done, 'column').id
  setColumnDone(doc, finished, true)
  for (const card of [ask, measure, old, never, gone]) addOutcome(doc, must(card, 'card'), first)
  addOutcome(doc, must(ask, 'card'), second)
  addOutcome(doc, must(ask, 'card'), crypto.randomUUID())
  for (const card of [measure, old])
    moveCard(doc, must(card, 'card'), { column: finished, spot: 'end' })
  writeLearned(doc, must(measure, 'card'), owner.id, 'That the gauge drifts')
  writeLearned(doc, must(never, 'card'), owner.id, 'That it was not worth it')
  for (const card of [old, never]) archiveCard(doc, must(card, 'card'))
  sendCardsAway(doc, [must(gone, 'card')], elsewhere.id)
  await writeBoardSummary(db, board.id, doc)
  await writeBoardSummary(db, elsewhere.id, doc)
  const where = { id: board.id, title: 'Work' }
  expect((await all()).work).toEqual({
    [first]: [{ board: where, cards: 3, done: 2, learned: 2 }],
    [second]: [{ board: where, cards: 1, done: 0, learned: 0 }],
  })
})
