/** People are told what is new on cards: once, and only whom it concerns. */
import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { addCard, archiveCard, moveCard } from '@atelier/shared/boards/card-edits'
import { addAssignee, removeAssignee, setDue } from '@atelier/shared/boards/fact-edits'
import { addHelper, askWhatWasLearned, writeLearned } from '@atelier/shared/boards/learning-edits'
import type { InboxItem } from '@atelier/shared/inbox/inbox'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { settleBoard, writeBoardSummary } from '../boards/board-summary'
import { boardCardPeople, boardCards } from '../db/card-tables'
import { inboxItems } from '../db/inbox-tables'
import { editAuthors } from '../inbox/edit-authors'
import {
  ana,
  app,
  ben,
  board,
  cardId,
  cleo,
  describeCard,
  does,
  done,
  inboxOf,
  kinds,
  newId,
  onStage,
  project,
  room,
  stranger,
  theCard,
  unreadOf,
  watch,
} from '../testing/inbox-stage'
import { type MadePerson, makeBoard } from '../testing/make'
import { moveCardsAcross } from './moving-cards'

onStage()

describe('on a card one is told, by name and once,', () => {
  const acts: [InboxItem['kind'], (doc: Y.Doc, card: string) => unknown][] = [
    ['assigned', (doc, card) => addAssignee(doc, card, ben.id)],
    ['asked-learned', (doc, card) => askWhatWasLearned(doc, [card], [ben.id])],
    ['named-helper', (doc, card) => addHelper(doc, card, cleo.id, ben.id)],
    ['mentioned', (doc) => describeCard(doc, ben.id)],
  ]
  test.each(acts)('%s: not whoever did it, nor anybody else', async (kind, act) => {
    await does(ana, (doc) => act(doc, theCard(doc)), 3)
    const items = await inboxOf(ben)
    expect(items).toMatchObject([
      {
        ...{ kind, isRead: false, actor: { id: ana.id, name: ana.name }, times: 1, changes: [] },
        place: { kind: 'board', id: board, card: { title: 'Measure', column: 'To do' } },
        project: { id: project.id },
      },
    ])
    for (const other of [ana, cleo, stranger]) expect(await kinds(other)).toEqual([])
    // Another node comes later, and has not heard who it was.
    await app.deps.rooms.look(room(), (doc) => writeBoardSummary(app.deps.db, board, doc))
    expect(await kinds(ben)).toEqual([kind])
  })

  test.each(acts)('%s: nothing by oneself', async (_, act) => {
    await does(ben, (doc) => act(doc, theCard(doc)))
    expect(await kinds(ben)).toEqual([])
  })

  test('as somebody who may not read it: never', async () => {
    await does(ana, (doc) => {
      for (const one of [stranger.id, newId()]) addAssignee(doc, theCard(doc), one)
    })
    const rows = await app.deps.db.select().from(inboxItems).where(eq(inboxItems.roomId, board))
    expect(rows).toEqual([])
  })

  test('asked what they learned, as somebody who may not say it: never', async () => {
    await does(ana, (doc) => askWhatWasLearned(doc, [theCard(doc)], [ben.id, cleo.id]))
    expect(await kinds(ben)).toEqual(['asked-learned'])
    expect(await kinds(cleo)).toEqual([])
  })

  test('by what a board came with: never', async () => {
    const cards = [{ title: 'Old', column: 'A', assignee: ben.id }]
    const made = await makeBoard(app.deps.db, project, ana, { columns: ['A'], cards })
    const name = roomName('board', made.id)
    await app.deps.rooms.look(name, (doc) => writeBoardSummary(app.deps.db, made.id, doc))
    expect(await kinds(ben)).toEqual([])
  })

  test('a new card on a board is news of whom it is for', async () => {
    await does(ana, (doc) => {
      const card = addCard(doc, { title: 'Fresh', column: done(doc) })
      addAssignee(doc, must(card, 'card'), ben.id)
    })
    expect(await kinds(ben)).toEqual(['assigned'])
  })
})

describe('of a card that went to another board', () => {
  const readAll = async (person: MadePerson) =>
    (await app.as(person)).patch('/api/me/inbox', { all: true, read: true })
  const newBoard = async () =>
    (await makeBoard(app.deps.db, project, ana, { columns: ['Here'] })).id
  const move = async (from = board, to?: string) => {
    const goal = to ?? (await newBoard())
    const { columns } = await app.deps.rooms.look(roomName('board', goal), readBoard)
    const column = must(columns[0], 'column').id
    const where = { from, to: { board: goal, project: project.id, column } }
    await moveCardsAcross(app.deps, { cards: [await cardId()], ...where, personId: ana.id })
    return { to: goal }
  }
  const quiet = (id: string) =>
    app.deps.rooms.look(roomName('board', id), (doc) =>
      settleBoard(app.deps.db, id, doc, editAuthors().take(roomName('board', id))),
    )

  test.each([['first'], ['last']])(
    'the new are told once, where it left grew quiet %s',
    async (when) => {
      await does(ana, (doc) => addAssignee(doc, theCard(doc), cleo.id))
      await app.deps.rooms.edit(room(), (doc) => addAssignee(doc, theCard(doc), ben.id))
      const { to } = await move()
      for (const id of when === 'first' ? [board, to] : [to, board]) await quiet(id)
      expect(await kinds(ben)).toEqual(['assigned'])
      expect(await inboxOf(ben)).toMatchObject([{ place: { id: to } }])
      expect(await kinds(cleo)).toEqual(['assigned'])
    },
  )

  test.each(['never', 'first', 'last'])(
    'and from there to a third, nobody is told again; where the second grew quiet %s',
    async (when) => {
      await does(ana, (doc) => addAssignee(doc, theCard(doc), cleo.id))
      await readAll(cleo)
      const { to: second } = await move()
      const { to: third } = await move(second)
      if (when === 'first') await quiet(second)
      await quiet(third)
      if (when === 'last') await quiet(second)
      expect(await unreadOf(cleo)).toBe(0)
      // It is news again where somebody gave it to another, and then back.
      await app.deps.rooms.edit(roomName('board', third), (doc) =>
        removeAssignee(doc, theCard(doc), cleo.id),
      )
      await quiet(third)
      await app.deps.rooms.edit(roomName('board', third), (doc) =>
        addAssignee(doc, theCard(doc), cleo.id),
      )
      await quiet(third)
      expect(await inboxOf(cleo, '?show=unread')).toMatchObject([
        { kind: 'assigned', place: { id: third } },
      ])
    },
  )

  test('who came to it there is not told again when it comes back', async () => {
    const { to } = await move()
    await app.deps.rooms.edit(roomName('board', to), (doc) =>
      addAssignee(doc, theCard(doc), cleo.id),
    )
    await quiet(to)
    await quiet(board)
    await readAll(cleo)
    await move(to, board)
    await quiet(board)
    expect(await inboxOf(cleo)).toMatchObject([{ kind: 'assigned', isRead: true }])
  })

  test('where it came from is looked up, not searched for among all that ever moved', async () => {
    const { rows } = await app.deps.db.execute<{ indexdef: string }>(
      sql`select indexdef from pg_indexes where tablename = 'board_card_moves'`,
    )
    expect(rows.map(({ indexdef }) => indexdef).join()).toContain('(to_board, card)')
  })

  test('what boards know of a card by the same id, and it did not come from, counts for nothing', async () => {
    const card = await cardId()
    const other = (await makeBoard(app.deps.db, project, ana, { columns: ['A'] })).id
    const row = { boardId: other, title: '', column: '', archived: false }
    await app.deps.db.insert(boardCards).values({ ...row, id: card })
    const there = { boardId: other, cardId: card, personId: ben.id, assigned: true, asked: false }
    await app.deps.db.insert(boardCardPeople).values(there)
    await app.deps.rooms.edit(room(), (doc) => addAssignee(doc, card, ben.id))
    const { to } = await move()
    await quiet(to)
    expect(await kinds(ben)).toEqual(['assigned'])
  })
})

describe('whoever watches a card', () => {
  test('is told of changes as one, until they read it; not of their own', async () => {
    await watch(ben)
    await does(ana, (doc) => moveCard(doc, theCard(doc), { column: done(doc), spot: 'end' }))
    await does(ana, (doc) => setDue(doc, theCard(doc), '2030-01-02'))
    await does(ben, (doc) => setDue(doc, theCard(doc), '2030-01-03'))
    await does(cleo, (doc) => writeLearned(doc, theCard(doc), cleo.id, 'Patience'))
    const [item, ...more] = await inboxOf(ben)
    expect(more).toEqual([])
    expect(item).toMatchObject({ kind: 'card-changed', times: 3, actor: null })
    expect(item?.changes).toEqual(['moved', 'due', 'learned'])
    await (await app.as(ben)).patch('/api/me/inbox', { all: true, read: true })
    expect(await unreadOf(ben)).toBe(0)
    await does(ana, (doc) => archiveCard(doc, theCard(doc)))
    const [newest, read] = await inboxOf(ben)
    expect(newest).toMatchObject({ changes: ['archived'], actor: { id: ana.id }, isRead: false })
    expect(read).toMatchObject({ id: item?.id, isRead: true })
  })

  test('knows who took a day away, and is not told of having done it', async () => {
    await watch(ben)
    await does(null, (doc) => setDue(doc, theCard(doc), '2030-01-02'))
    await (await app.as(ben)).patch('/api/me/inbox', { all: true, read: true })
    await does(ben, (doc) => setDue(doc, theCard(doc), null))
    expect(await unreadOf(ben)).toBe(0)
  })

  test('is so by being assigned or by commenting, unless they said otherwise', async () => {
    await does(null, (doc) => [ben, cleo].map(({ id }) => addAssignee(doc, theCard(doc), id)))
    await watch(cleo, false)
    await does(ana, (doc) => setDue(doc, theCard(doc), '2030-01-02'))
    expect(await kinds(ben)).toEqual(['card-changed', 'assigned'])
    expect(await kinds(cleo)).toEqual(['assigned'])
  })
})
