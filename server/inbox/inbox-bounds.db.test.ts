/** However much is told, little of it is kept, and once. */
import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { addCard } from '@atelier/shared/boards/card-edits'
import { addAssignee, removeAssignee, setDue } from '@atelier/shared/boards/fact-edits'
import { mostInbox } from '@atelier/shared/inbox/inbox'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type * as Y from 'yjs'
import { writeBoardSummary } from '../boards/board-summary'
import { tellDue } from '../boards/due-sweep-queries'
import { inboxItems } from '../db/inbox-tables'
import {
  ana,
  app,
  ben,
  board,
  cardId,
  does,
  inboxOf,
  kinds,
  newId,
  onStage,
  project,
  say,
  theCard,
} from '../testing/inbox-stage'
import { makeBoard, makeProject } from '../testing/make'
import { mostOfRoom } from './drop-item-queries'
import { putItems } from './put-item-queries'

onStage()

test('whoever floods one project pushes out nothing of another; of nobody more is kept than a thousand', async () => {
  const { db } = app.deps
  await say(ana, ben)
  const flooded = await makeProject(db, ana, { members: [[ben, 'viewer']] })
  const boards = [1, 2, 3, 4, 5, 6].map(async () => (await makeBoard(db, flooded, ana)).id)
  const own = eq(inboxItems.personId, ben.id)
  const kept = () => db.select().from(inboxItems).where(own)
  const [first, ...others] = await Promise.all(boards)
  const flooding = must(first, 'board')
  for (let round = 0; round < 3; round++) await putItems(db, newsOf(flooding, round))
  expect(await kept()).toHaveLength(1 + mostOfRoom)
  const rounds = others.flatMap((other) => [newsOf(other, 0), newsOf(other, 1)])
  await db.insert(inboxItems).values(rounds.flat())
  await putItems(db, newsOf(flooding, 3))
  expect(await kept()).toHaveLength(mostInbox)
  expect((await kept()).filter(({ roomId }) => roomId === board)).toHaveLength(1)
  const page = await (await app.as(ben)).get('/api/me/inbox')
  const next = await (await app.as(ben)).get(`/api/me/inbox?before=${page.body.next}`)
  const seen = [...page.body.items, ...next.body.items].map(({ id }) => id)
  expect(new Set(seen).size).toBe(60)
})
const newsOf = (roomId: string, round: number) =>
  Array.from({ length: 100 }, (_, nth) => ({
    ...{ personId: ben.id, kind: 'mentioned' as const, actorId: ana.id, roomId },
    card: `${round} ${nth}`,
    key: `${roomId} ${round} ${nth}`,
  }))

test('hostile numbers of assignees cost little', async () => {
  await does(ana, (doc) => {
    const card = doc.getMap('cards').get(theCard(doc)) as Y.Map<unknown>
    doc.transact(() => {
      for (let nth = 0; nth < 5_000; nth++) card.set(`assignee:${newId()}`, true)
    })
  })
  expect(await kinds(ben)).toEqual([])
})

test('what is told again of a card is one item until it is read, the newest', async () => {
  for (let time = 0; time < 3; time++) {
    await does(ana, (doc) => addAssignee(doc, theCard(doc), ben.id))
    await does(ana, (doc) => removeAssignee(doc, theCard(doc), ben.id))
  }
  expect((await kinds(ben)).filter((kind) => kind === 'assigned')).toHaveLength(1)
  await (await app.as(ben)).patch('/api/me/inbox', { all: true, read: true })
  await does(ana, (doc) => addAssignee(doc, theCard(doc), ben.id))
  expect((await kinds(ben)).filter((kind) => kind === 'assigned')).toHaveLength(2)
  await say(ana, ben)
  await say(ana, ben)
  expect((await kinds(ben)).filter((kind) => kind === 'mentioned')).toHaveLength(2)
})

test('of a card that is due one is told once, also when it goes to another board', async () => {
  const now = new Date('2031-05-12T00:00:01Z')
  await does(null, (doc) => {
    addAssignee(doc, theCard(doc), ben.id)
    setDue(doc, theCard(doc), '2031-05-11')
  })
  await tellDue(app.deps.db, now)
  const other = (await makeBoard(app.deps.db, project, ana)).id
  const column = await app.deps.rooms.look(
    roomName('board', other),
    (doc) => readBoard(doc).columns[0]?.id,
  )
  const wish = { cards: [await cardId()], boardId: other, column }
  const moved = await (await app.as(ana)).post(`/api/boards/${board}/moves`, wish)
  expect(moved.status).toBe(200)
  await app.deps.rooms.look(roomName('board', other), (doc) =>
    writeBoardSummary(app.deps.db, other, doc),
  )
  await tellDue(app.deps.db, now)
  const told = (await inboxOf(ben)).filter(({ kind }) => kind === 'overdue')
  expect(told).toMatchObject([{ place: { id: other } }])
})

test('whoever has more due cards than are told is not told of them again every hour', async () => {
  const now = new Date('2031-05-12T00:00:01Z')
  await does(null, (doc) => {
    const column = must(readBoard(doc).columns[0], 'column').id
    for (let nth = 0; nth < mostOfRoom + 20; nth++) {
      const card = must(addCard(doc, { title: `${nth}`, column }), 'card')
      addAssignee(doc, card, ben.id)
      setDue(doc, card, '2031-05-13')
    }
  })
  expect(await tellDue(app.deps.db, now)).toContain(ben.id)
  for (let sweep = 0; sweep < 3; sweep++)
    expect(await tellDue(app.deps.db, now)).not.toContain(ben.id)
})
