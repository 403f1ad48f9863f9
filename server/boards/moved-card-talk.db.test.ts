import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { restoreCard } from '@atelier/shared/boards/card-edits'
import { roomName } from '@atelier/shared/sync/room-name'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { inboxItems } from '../db/inbox-tables'
import { commentStage, words } from '../testing/comment-stage'
import { makeBoard, makeProject } from '../testing/make'
import { moveCardsAcross } from './moving-cards'

const { app, project, people, browsers, workspace } = await commentStage()
const { db, rooms } = app.deps
afterAll(() => app.stop())

const room = (id: string) => roomName('board', id)
const boardOf = (id: string) => rooms.look(room(id), (doc) => readBoard(doc))
const firstColumn = async (id: string) => must((await boardOf(id)).columns[0], 'column').id
const newBoard = async (on: typeof project) => (await makeBoard(db, on, workspace.owner)).id

let from = ''
let to = ''
let card = ''
beforeEach(async () => {
  const cards = [{ title: 'Weld', column: 'To do' }]
  from = (await makeBoard(db, project, workspace.owner, { cards })).id
  to = await newBoard(project)
  card = must([...(await boardOf(from)).cards.keys()][0], 'card')
})

const move = async (source: string, goal: string, on = project.id) => {
  const target = { board: goal, project: on, column: await firstColumn(goal) }
  await moveCardsAcross(app.deps, {
    cards: [card],
    from: source,
    to: target,
    personId: people.lead.id,
  })
}
const at = (board: string) => `/api/boards/${board}/cards/${card}/comments`
type Who = keyof typeof browsers
const say = async (by: Who, text: string, board = from, id = crypto.randomUUID()) => ({
  id,
  ...(await browsers[by].post(at(board), { id, body: words(text) })),
})
const heard = async (board: string): Promise<{ id: string }[]> =>
  (await browsers.lead.get(at(board))).body.comments
const watch = (by: Who, watching: boolean, board = from) =>
  browsers[by].put(`/api/boards/${board}/cards/${card}/watching`, { watching })
const watches = async (by: Who, board: string) =>
  (await browsers[by].get(`/api/boards/${board}/watching`)).body

describe('what is said about a card at the board it has left', () => {
  test('is said where it is now, and those who watch it there are told', async () => {
    await watch('viewer', true)
    await move(from, to)
    const { id, status } = await say('commenter', 'Written on the train')
    expect(status).toBe(201)
    expect(await heard(to)).toMatchObject([{ id, body: words('Written on the train') }])
    expect(await heard(from)).toEqual([])
    expect(await watches('commenter', to)).toEqual({ [card]: true })
    expect(await watches('commenter', from)).toEqual({})
    const ofViewer = and(eq(inboxItems.personId, people.viewer.id), eq(inboxItems.card, card))
    expect(await db.select().from(inboxItems).where(ofViewer)).toMatchObject([{ roomId: to }])
  })

  test('is said once, also where it was sent before the card went', async () => {
    const { id } = await say('commenter', 'Once')
    await move(from, to)
    expect((await say('commenter', 'Once', from, id)).status).toBe(201)
    expect(await heard(to)).toHaveLength(1)
    expect(await heard(from)).toEqual([])
  })

  test('is changed, answered with a reaction and taken back there, too', async () => {
    const { id } = await say('commenter', 'Hm')
    await move(from, to)
    const { commenter } = browsers
    const path = `${at(from)}/${id}`
    expect((await commenter.patch(path, { body: words('Better') })).status).toBe(204)
    expect((await commenter.put(`${path}/reaction`, { emoji: '👍', given: true })).status).toBe(204)
    expect(await heard(to)).toMatchObject([{ body: words('Better'), reactions: [{ emoji: '👍' }] }])
    expect((await commenter.delete(path)).status).toBe(204)
    expect(await heard(to)).toEqual([])
  })

  test('follows it over several boards, and back', async () => {
    const third = await newBoard(project)
    await move(from, to)
    await move(to, third)
    const { id } = await say('commenter', 'Far')
    expect(await heard(third)).toMatchObject([{ id }])
    await move(third, from)
    const { id: home } = await say('commenter', 'Home', to)
    expect(await heard(from)).toMatchObject([{ id }, { id: home }])
  })

  test('is refused to whoever may not say it there, and is said nowhere', async () => {
    const hidden = await makeProject(db, people.lead)
    const secret = await newBoard(hidden)
    await move(from, secret, hidden.id)
    expect((await say('commenter', 'Where is it?')).status).toBe(404)
    const read = await makeProject(db, people.lead, { members: [[people.commenter, 'viewer']] })
    const readable = await newBoard(read)
    await move(secret, readable, read.id)
    expect((await say('commenter', 'Here?')).status).toBe(403)
    for (const board of [from, secret, readable]) expect(await heard(board)).toEqual([])
  })

  test('stays with a card that was left behind and is made a card of its board again', async () => {
    await move(from, to)
    await rooms.edit(room(from), (doc) => void restoreCard(doc, card))
    const { id } = await say('commenter', 'Ours')
    expect(await heard(from)).toMatchObject([{ id }])
    expect(await heard(to)).toEqual([])
  })

  test('goes along where it is said between the talk’s going and the board’s hearing of it', async () => {
    const during: string[] = []
    const edit = async (
      name: ReturnType<typeof room>,
      change: (doc: Y.Doc) => void,
      by?: string,
    ) => {
      if (name === room(from)) during.push((await say('commenter', 'Just now')).id)
      await rooms.edit(name, change, by)
    }
    const target = { board: to, project: project.id, column: await firstColumn(to) }
    const deps = { db, rooms: { ...rooms, edit } }
    await moveCardsAcross(deps, { cards: [card], from, to: target, personId: people.lead.id })
    expect(during).toHaveLength(1)
    expect(await heard(to)).toMatchObject([{ id: during[0] }])
    expect(await heard(from)).toEqual([])
  })

  test('stays where the card is, where it never arrived', async () => {
    const edit = () => Promise.reject(new Error('killed'))
    const target = { board: to, project: project.id, column: await firstColumn(to) }
    const dying = { db, rooms: { ...rooms, edit } }
    const going = moveCardsAcross(dying, {
      cards: [card],
      from,
      to: target,
      personId: people.lead.id,
    })
    await expect(going).rejects.toThrow('killed')
    const { id } = await say('commenter', 'Still here')
    expect(await heard(from)).toMatchObject([{ id }])
    await move(from, to)
    expect(await heard(to)).toMatchObject([{ id }])
  })

  test('while it goes, is with the card in the end, whoever was first', async () => {
    const said = Array.from({ length: 12 }, (_, nth) => say('commenter', `${nth}`))
    await Promise.all([move(from, to), ...said])
    expect((await Promise.all(said)).map(({ status }) => status)).toEqual(said.map(() => 201))
    expect(await heard(to)).toHaveLength(12)
    expect(await heard(from)).toEqual([])
  })
})

describe('watching a card, said at the board it has left', () => {
  test('holds where it is now', async () => {
    await watch('viewer', true)
    await move(from, to)
    expect((await watch('viewer', false)).status).toBe(204)
    expect(await watches('viewer', to)).toEqual({ [card]: false })
    expect(await watches('viewer', from)).toEqual({})
  })

  test('is not for who may not read it there', async () => {
    const hidden = await makeProject(db, people.lead)
    const secret = await newBoard(hidden)
    await move(from, secret, hidden.id)
    expect((await watch('viewer', true)).status).toBe(404)
    expect(await watches('viewer', from)).toEqual({})
  })
})
