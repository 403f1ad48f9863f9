/** Rules are followed once, for whatever came into their column, and a crash in between costs nothing. */
import { must } from '@atelier/shared/basics/must'
import { type Board, readBoard } from '@atelier/shared/boards/board'
import { addCard, archiveCard, moveCard, restoreCard } from '@atelier/shared/boards/card-edits'
import { removeAssignee } from '@atelier/shared/boards/fact-edits'
import type { RuleAction } from '@atelier/shared/boards/rule'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type * as Y from 'yjs'
import { boardRuleRuns } from '../db/rule-tables'
import { people, projectMembers } from '../db/tables'
import {
  type MadePerson,
  type MadeProject,
  makeBoard,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { listRuns, noteEntered } from './rule-queries'

let app: TestApp
let workspace: Awaited<ReturnType<typeof makeWorkspace>>
let lead: MadePerson
let viewer: MadePerson
let stranger: MadePerson
let project: MadeProject
let board: string

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace)
  viewer = await makePerson(app.deps.db, workspace)
  stranger = await makePerson(app.deps.db, workspace)
  project = await makeProject(app.deps.db, lead, { members: [[viewer, 'viewer']] })
})
afterAll(() => app.stop())

beforeEach(async () => {
  const seed = {
    columns: ['To do', 'Done'],
    labels: [{ name: 'Finished', colour: 'green' as const }],
    cards: [
      { title: 'Measure', column: 'To do' },
      { title: 'Old', column: 'Done' },
    ],
  }
  ;({ id: board } = await makeBoard(app.deps.db, project, lead, seed))
})

const room = () => roomName('board', board)
const read = () => app.deps.rooms.look(room(), (doc) => readBoard(doc))
const edit = (change: (doc: Y.Doc) => unknown) =>
  app.deps.rooms.edit(room(), (doc) => void change(doc), lead.id)
const cardCalled = (shown: Board, title: string) =>
  must(
    [...shown.cards.values()].find((card) => card.title === title),
    title,
  )
const columnCalled = (shown: Board, name: string) =>
  must(
    shown.columns.find((column) => column.name === name),
    name,
  ).id

async function rule(column: string, ...actions: RuleAction[]): Promise<string> {
  const id = crypto.randomUUID()
  const body = { column: columnCalled(await read(), column), actions }
  const answer = await (await app.as(lead)).put(`/api/boards/${board}/rules/${id}`, body)
  expect(answer.status).toBe(200)
  return id
}

async function move(title: string, column: string): Promise<void> {
  const shown = await read()
  const [id, to] = [cardCalled(shown, title).id, columnCalled(shown, column)]
  await edit((doc) => moveCard(doc, id, { column: to, spot: 'end' }))
}

const comesTo = (title: string, wanted: Record<string, unknown>) =>
  vi.waitFor(async () => expect(cardCalled(await read(), title)).toMatchObject(wanted), 10_000)

test('a card that comes into a column gets what the rule says, also who moved it', async () => {
  const label = must((await read()).labels[0], 'label').id
  await rule(
    'Done',
    { do: 'assign-mover' },
    { do: 'add-label', label },
    { do: 'set-due', days: 0 },
    { do: 'ask-learned' },
  )
  await move('Measure', 'Done')
  await comesTo('Measure', { labels: [label], due: new Date().toISOString().slice(0, 10) })
  const card = cardCalled(await read(), 'Measure')
  expect(card.learning.asked).toEqual(card.assignees)
})

test('due on that day is the day where somebody moved the card', async () => {
  await rule('Done', { do: 'set-due', days: 1 })
  const shown = await read()
  const [card, column] = [cardCalled(shown, 'Measure').id, columnCalled(shown, 'Done')]
  await noteEntered(app.deps.db, board, [{ card, column, key: `${column}/zz`, mover: lead.id }])
  const createdAt = new Date('2031-05-10T10:30:00Z')
  await app.deps.db.update(boardRuleRuns).set({ createdAt })
  const dayIn = async (timeZone: string | null) => {
    await app.deps.db.update(people).set({ timeZone }).where(eq(people.id, lead.id))
    return (await listRuns(app.deps.db, board)).map(({ day }) => day)
  }
  expect(await dayIn('Pacific/Kiritimati')).toEqual(['2031-05-11'])
  expect(await dayIn('Pacific/Pago_Pago')).toEqual(['2031-05-09'])
  expect(await dayIn(null)).toEqual(['2031-05-10'])
  await dayIn('Pacific/Kiritimati')
  await app.rooms.resumeRules()
  expect(cardCalled(await read(), 'Measure').due).toBe('2031-05-12')
  await dayIn(null)
})

test('what was there before the first rule stays as it is; what is made there counts', async () => {
  await rule('Done', { do: 'assign', person: viewer.id })
  const done = columnCalled(await read(), 'Done')
  await edit((doc) => addCard(doc, { title: 'New', column: done }))
  await comesTo('New', { assignees: [viewer.id] })
  expect(cardCalled(await read(), 'Old').assignees).toEqual([])
})

test('a card that only changes its place in the column, or comes back from the archive, is no news', async () => {
  await rule('Done', { do: 'assign', person: viewer.id })
  await move('Measure', 'Done')
  await comesTo('Measure', { assignees: [viewer.id] })
  const { id } = cardCalled(await read(), 'Measure')
  await edit((doc) => removeAssignee(doc, id, viewer.id))
  await edit((doc) =>
    moveCard(doc, id, { column: columnCalled(readBoard(doc), 'Done'), spot: 'top' }),
  )
  await edit((doc) => archiveCard(doc, id))
  await edit((doc) => restoreCard(doc, id))
  // What comes later is followed later.
  const column = columnCalled(await read(), 'Done')
  await edit((doc) => addCard(doc, { title: 'Later', column }))
  await comesTo('Later', { assignees: [viewer.id] })
  expect(cardCalled(await read(), 'Measure').assignees).toEqual([])
})

test('what a crash left undone is done at the next start, once', async () => {
  await rule('Done', { do: 'assign', person: viewer.id })
  const shown = await read()
  const [card, column] = [cardCalled(shown, 'Measure').id, columnCalled(shown, 'Done')]
  const place = { card, column, key: `${column}/zz`, mover: null }
  await noteEntered(app.deps.db, board, [place])
  // Heard again by another node, or in another order, it is no news.
  await noteEntered(app.deps.db, board, [place])
  await noteEntered(app.deps.db, board, [{ ...place, column: 'other', key: 'other/zz' }])
  await noteEntered(app.deps.db, board, [place])
  expect(await listRuns(app.deps.db, board)).toHaveLength(1)
  await app.rooms.resumeRules()
  expect(cardCalled(await read(), 'Measure').assignees).toEqual([viewer.id])
  expect(await app.deps.db.select().from(boardRuleRuns)).toEqual([])
})

test('however many rules a column has, a card that comes there is one thing to do', async () => {
  const label = must((await read()).labels[0], 'label').id
  await rule('Done', { do: 'assign', person: viewer.id }, { do: 'add-label', label })
  await rule('Done', { do: 'unassign-all' }, { do: 'assign', person: lead.id })
  await rule('Done', { do: 'add-label', label }, { do: 'assign', person: lead.id })
  const shown = await read()
  const [card, column] = [cardCalled(shown, 'Measure').id, columnCalled(shown, 'Done')]
  await noteEntered(app.deps.db, board, [{ card, column, key: `${column}/zz`, mover: null }])
  const runs = await listRuns(app.deps.db, board)
  expect(runs.map(({ actions }) => actions)).toEqual([
    [
      { do: 'assign', person: viewer.id },
      { do: 'unassign-all' },
      { do: 'add-label', label },
      { do: 'assign', person: lead.id },
    ],
  ])
  await app.rooms.resumeRules()
  expect(cardCalled(await read(), 'Measure')).toMatchObject({
    assignees: [lead.id],
    labels: [label],
  })
})

test('a rule gives no card to whoever cannot see the board any more, and asks nobody who cannot answer', async () => {
  const gone = await makePerson(app.deps.db, workspace)
  await app.deps.db
    .insert(projectMembers)
    .values({ projectId: project.id, personId: gone.id, role: 'contributor' })
  const actions: RuleAction[] = [gone, viewer].map(({ id }) => ({ do: 'assign', person: id }))
  await rule('Done', ...actions, { do: 'ask-learned' })
  await app.deps.db.delete(projectMembers).where(eq(projectMembers.personId, gone.id))
  await move('Measure', 'Done')
  await comesTo('Measure', { assignees: [viewer.id] })
  expect(cardCalled(await read(), 'Measure').learning.asked).toEqual([])
})

test('what is left to do is done also once its rule is gone, however much it is', async () => {
  const id = await rule('Done', { do: 'assign', person: viewer.id })
  const shown = await read()
  const [card, column] = [cardCalled(shown, 'Measure').id, columnCalled(shown, 'Done')]
  const places = Array.from({ length: 1_200 }, (_, nth) => ({
    card: nth === 1_199 ? card : `gone${nth}`,
    column,
    key: `${column}/${nth}`,
    mover: null,
  }))
  await noteEntered(app.deps.db, board, places)
  await (await app.as(lead)).delete(`/api/boards/${board}/rules/${id}`)
  await app.rooms.resumeRules()
  expect(cardCalled(await read(), 'Measure').assignees).toEqual([viewer.id])
  expect(await listRuns(app.deps.db, board)).toEqual([])
})

test('one card in a place that can be none keeps no rule from being followed', async () => {
  await edit((doc) => {
    const entry = doc.getMap<Y.Map<unknown>>('cards').get(cardCalled(readBoard(doc), 'Old').id)
    entry?.set('place', { column: `a \u0000 ${'x'.repeat(10_000)}`, order: 'a0' })
  })
  await rule('Done', { do: 'assign', person: viewer.id })
  await move('Measure', 'Done')
  await comesTo('Measure', { assignees: [viewer.id] })
})

test('only who edits the board makes rules, and only about people who are in its project', async () => {
  const id = await rule('Done', { do: 'check-all' })
  const path = `/api/boards/${board}/rules`
  const body = { column: 'x', actions: [{ do: 'check-all' }] }
  const looking = await app.as(viewer)
  expect((await looking.get(path)).body.rules).toMatchObject([{ id, actions: body.actions }])
  expect((await looking.put(`${path}/${id}`, body)).status).toBe(403)
  expect((await looking.delete(`${path}/${id}`)).status).toBe(403)
  expect((await (await app.as(stranger)).get(path)).status).toBe(404)
  const own = await app.as(lead)
  const assign = (person: string) => ({ ...body, actions: [{ do: 'assign', person }] })
  expect((await own.put(`${path}/${id}`, assign(stranger.id))).status).toBe(404)
  for (const actions of [[], [{ do: 'shout' }], [{ do: 'set-due', days: 1e9 }]])
    expect((await own.put(`${path}/${id}`, { column: 'x', actions })).status).toBe(400)
  const other = await makeBoard(app.deps.db, project, lead)
  expect((await own.put(`/api/boards/${other.id}/rules/${id}`, body)).status).toBe(409)
  expect((await own.delete(`${path}/${id}`)).status).toBe(204)
  expect((await own.get(path)).body.rules).toEqual([])
})
