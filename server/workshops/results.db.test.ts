import { readBoard } from '@atelier/shared/boards/board'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { readDocText } from '@atelier/shared/docs/read-doc'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workshops } from '../db/workshop-tables'
import { putMember } from '../projects/project-change-queries'
import { makeBoard, makeProject } from '../testing/make'
import { makeWorkshop } from '../testing/make-workshop'
import { type TestApp, testApp } from '../testing/test-app'
import { goTo, openWorkshop, putOnWall, seatsIn } from '../testing/workshop-stage'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

async function retro() {
  const room = await openWorkshop(app, 'actions')
  const [mia, ben] = room.others as [(typeof room.others)[0], (typeof room.others)[0]]
  const [miaPerson] = room.people as [(typeof room.people)[0]]
  const seats = await seatsIn(app, room.workshop.id)
  const miaSeat = seats.find(({ personId }) => personId === miaPerson.id)?.id ?? ''
  return { ...room, mia, ben, miaPerson, miaSeat, results: `${room.path}/results` }
}

const action = (more: Record<string, unknown> = {}) => ({
  ...{ id: crypto.randomUUID(), kind: 'action', words: 'Book a room', noteId: null },
  ...{ ownerId: null, due: null, ...more },
})

async function boardIn({
  project,
  owner,
}: Pick<Awaited<ReturnType<typeof retro>>, 'project' | 'owner'>) {
  const { id } = await makeBoard(app.deps.db, project, owner)
  return { id, column: (await lookAt(id)).columns[0]?.id ?? '' }
}
const lookAt = (id: string) => app.deps.rooms.look(roomName('board', id), (doc) => readBoard(doc))
const cardsOn = async (id: string) => [...(await lookAt(id)).cards.values()]

test('an action is there once however often it is sent, says who does it, and can be changed and taken away', async () => {
  const { mia, ben, results, miaSeat } = await retro()
  const wish = action({ ownerId: miaSeat, due: '2026-12-24' })
  for (const _ of [1, 2]) expect((await mia.post(results, wish)).status).toBe(204)
  const [one, ...others] = (await ben.get(results)).body
  expect(others).toEqual([])
  expect(one).toMatchObject({ ...wish, card: null })
  expect(one.ownerName).not.toBe('')
  await ben.patch(`${results}/${wish.id}`, { words: 'Book two rooms', ownerId: null })
  expect((await mia.get(results)).body).toMatchObject([
    { words: 'Book two rooms', ownerName: null },
  ])
  for (const _ of [1, 2]) expect((await mia.delete(`${results}/${wish.id}`)).status).toBe(204)
  expect((await mia.get(results)).body).toEqual([])
})

test('somebody who is not in the workshop takes nothing on, and an id of another workshop is none of this', async () => {
  const [here, there] = [await retro(), await retro()]
  expect((await here.mia.post(here.results, action({ ownerId: there.miaSeat }))).status).toBe(400)
  const wish = action()
  await here.mia.post(here.results, wish)
  expect((await there.mia.post(there.results, wish)).status).toBe(409)
  expect((await there.mia.patch(`${there.results}/${wish.id}`, { words: 'x' })).status).toBe(404)
  await there.mia.delete(`${there.results}/${wish.id}`)
  expect((await here.mia.get(here.results)).body).toHaveLength(1)
})

test('actions stand on the board once, for whoever took them on, with the way back, and say when they are done', async () => {
  const room = await retro()
  const { mia, results, path, miaSeat, miaPerson, workshop } = room
  const board = await boardIn(room)
  const wish = action({ ownerId: miaSeat, due: '2026-12-24' })
  await mia.post(results, wish)
  const sent = { boardId: board.id, column: board.column, results: [wish.id], notes: [] }
  for (const _ of [1, 2]) expect((await mia.post(`${path}/send`, sent)).status).toBe(204)
  const cards = await cardsOn(board.id)
  expect(cards).toMatchObject([
    { title: 'Book a room', due: '2026-12-24', assignees: [miaPerson.id], createdBy: miaPerson.id },
  ])
  const text = await app.deps.rooms.look(roomName('board', board.id), (doc) =>
    cardDescription(doc, wish.id)?.toString(),
  )
  expect(text).toContain(`/workshops/${workshop.id}`)
  expect((await mia.get(results)).body[0].card).toMatchObject({ id: wish.id, boardId: board.id })

  const other = await boardIn(room)
  await mia.post(`${path}/send`, { ...sent, boardId: other.id, column: other.column })
  expect(await cardsOn(other.id)).toEqual([])
})

test('a group goes onto the board with its notes, and a column that is gone takes nothing', async () => {
  const room = await retro()
  const { mia, results, path, workshop } = room
  const [group, note] = [crypto.randomUUID(), crypto.randomUUID()]
  await putOnWall(app, workshop.id, {
    groups: { [group]: 'Meetings' },
    notes: { [note]: { text: '<b>Fewer</b>', group } },
  })
  const board = await boardIn(room)
  const wish = action()
  await mia.post(results, wish)
  const sent = { boardId: board.id, column: board.column, results: [wish.id], notes: [group] }
  expect((await mia.post(`${path}/send`, { ...sent, column: 'gone' })).status).toBe(400)
  expect((await mia.get(results)).body[0].card).toBeNull()
  await mia.post(`${path}/send`, sent)
  expect((await cardsOn(board.id)).map(({ title }) => title)).toEqual(['Meetings', 'Book a room'])
  const text = await app.deps.rooms.look(roomName('board', board.id), (doc) =>
    cardDescription(doc, group)?.toJSON(),
  )
  expect(text).toContain('Fewer')
})

test('only who may change the board sends to it, and only to boards of the same project', async () => {
  const room = await retro()
  const { mia, results, path, owner, miaPerson } = room
  const wish = action()
  await mia.post(results, wish)
  const elsewhere = await makeProject(app.deps.db, owner, { members: [[miaPerson, 'contributor']] })
  const far = await boardIn({ project: elsewhere, owner })
  const sent = { boardId: far.id, column: far.column, results: [wish.id], notes: [] }
  expect((await mia.post(`${path}/send`, sent)).status).toBe(404)
  const near = await boardIn(room)
  await putMember(app.deps.db, room.project, miaPerson.id, 'viewer')
  const toNear = { ...sent, boardId: near.id, column: near.column }
  expect((await mia.post(`${path}/send`, toNear)).status).toBe(403)
  expect((await mia.get(results)).body[0].card).toBeNull()
})

test('the results tell of groups with their votes, most first, only once voting is closed', async () => {
  const { host, mia, path, workshop } = await retro()
  const [group, inside, alone] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  await putOnWall(app, workshop.id, {
    groups: { [group]: 'Meetings' },
    notes: { [inside]: { text: 'Fewer', group }, [alone]: { text: 'Lunch' } },
  })
  const vote = workshop.stage('vote')
  await goTo(app, workshop.id, vote.id)
  await mia.put(`${path}/stages/${vote.id}/votes`, { target: group, dots: 1 })
  await mia.put(`${path}/stages/${vote.id}/votes`, { target: inside, dots: 1 })
  const before = (await host.get(`${path}/summary`)).body
  expect(before).toMatchObject({ voters: null, groups: [{ title: 'Meetings', dots: null }] })
  await host.post(`${path}/stages/${vote.id}/close`)
  expect((await host.get(`${path}/summary`)).body).toMatchObject({
    ...{ voters: 1, people: 3 },
    groups: [{ title: 'Meetings', dots: 2, notes: [{ text: 'Fewer', dots: 1 }] }],
    notes: [{ text: 'Lunch', dots: 0 }],
  })
})

test('the results become a doc of the project, once', async () => {
  const { mia, results, path, workshop } = await retro()
  await mia.post(results, action({ words: 'Book a *room*' }))
  await putOnWall(app, workshop.id, { notes: { [crypto.randomUUID()]: { text: '# Lunch' } } })
  const id = crypto.randomUUID()
  for (const _ of [1, 2]) expect((await mia.post(`${path}/doc`, { id })).status).toBe(201)
  const said = await app.deps.rooms.look(roomName('doc', id), (doc) => readDocText(doc))
  expect(said.title).toBe('Results: Retrospective')
  expect(JSON.stringify(said)).toContain('Book a *room*')
})

test('the next of the series opens with what was taken on last time', async () => {
  const { mia, results, project, owner, workshop } = await retro()
  await mia.post(results, action({ words: 'Book a room' }))
  await mia.post(results, action({ kind: 'decision', words: 'We meet less' }))
  const next = await makeWorkshop(app.deps.db, project, owner)
  expect((await mia.get(`/api/workshops/${next.id}/last`)).body).toEqual({ last: null })
  await app.deps.db.update(workshops).set({ afterId: workshop.id }).where(eq(workshops.id, next.id))
  expect((await mia.get(`/api/workshops/${next.id}/last`)).body.last).toMatchObject({
    ...{ id: workshop.id, title: 'Retrospective' },
    actions: [{ words: 'Book a room', card: null }],
  })
})

test.each([
  ['csv', 'Book a room'],
  ['json', '"words": "Book a room"'],
  ['md', 'Book a room'],
])('everybody takes the results along as %s', async (format, words) => {
  const { mia, results, path } = await retro()
  await mia.post(results, action())
  const taken = await mia.fetch(`${path}/export?format=${format}`)
  expect(taken.status).toBe(200)
  expect(taken.headers.get('content-disposition')).toContain(`.${format}`)
  expect(await taken.text()).toContain(words)
})

test('what a spreadsheet would run is text in the table', async () => {
  const { mia, results, path } = await retro()
  await mia.post(results, action({ words: '=1+1' }))
  expect(await (await mia.fetch(`${path}/export?format=csv`)).text()).toContain("'=1+1")
  expect((await mia.get(`${path}/export?format=exe`)).status).toBe(400)
})

test('a script that asks without end is told to wait, and others go on', async () => {
  const { mia, ben, results, path } = await retro()
  const answers: Record<string, () => Promise<{ status: number }>> = {
    me: () => mia.patch(`${path}/me`, {}),
    results: () => mia.delete(`${results}/${crypto.randomUUID()}`),
    name: () => mia.put(`${path}/notes/${crypto.randomUUID()}/name`, { named: false }),
    export: () => mia.get(`${path}/export?format=none`),
  }
  for (const [what, ask] of Object.entries(answers)) {
    const statuses: number[] = []
    for (let nth = 0; nth < 130; nth++) statuses.push((await ask()).status)
    expect([what, ...new Set(statuses)]).toContain(429)
  }
  expect((await ben.post(results, action())).status).toBe(204)
})
