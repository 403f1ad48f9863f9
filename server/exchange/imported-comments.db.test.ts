import { must } from '@atelier/shared/basics/must'
import type { CardComments } from '@atelier/shared/comments/card-comment'
import { mostImportedOfCard } from '@atelier/shared/exchange/board-import'
import { mostOfCard } from '@atelier/shared/exchange/card-content'
import type { Imported } from '@atelier/shared/exchange/exchange'
import { type SQL, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { listSaidOnBoard } from '../comments/said-on-board-queries'
import {
  type MadePerson,
  type MadeProject,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let lead: MadePerson
let writer: MadePerson
let project: MadeProject

beforeAll(async () => {
  app = await testApp()
  const workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace, { name: 'Lea Lead' })
  writer = await makePerson(app.deps.db, workspace, { name: 'Wim Writer' })
  project = await makeProject(app.deps.db, lead, { members: [[writer, 'contributor']] })
})
afterAll(() => app.stop())

const say = (author: object, text: string, date: string) => ({
  ...{ type: 'commentCard', date, memberCreator: author },
  data: { card: { id: 'c' }, text },
})
const trello = JSON.stringify({
  ...{ name: 'Line', lists: [{ id: 'l', name: 'Now' }] },
  cards: [{ id: 'c', idList: 'l', name: 'Card' }],
  actions: [
    say(
      { id: 'o', fullName: 'Otto Elsewhere' },
      '<script>alert(1)</script>',
      '2020-01-02T00:00:00Z',
    ),
    say({ id: 'l', fullName: 'Lea Lead' }, 'Lea said', '2020-01-01T00:00:00Z'),
    say({ id: 'w', fullName: 'Wim Writer' }, 'Wim said', '2999-01-01T00:00:00Z'),
  ],
})

async function brought(file = trello) {
  const body = `{}\n${file}`
  const path = `/api/projects/${project.id}/boards/import?name=b.json`
  const response = await (await app.as(writer)).fetch(path, { method: 'POST', body })
  const imported = (await response.json()) as Imported
  const { id } = must(imported.boards[0], 'board')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.deps.rooms.read(`board:${id}`))
  const [card = ''] = [...doc.getMap('cards').keys()]
  const talk = `/api/boards/${id}/cards/${card}/comments`
  const said = async () => (await (await app.as(lead)).get(talk)).body as CardComments
  return { id, card, talk, said, imported }
}

const mayUndo = async (id: string) =>
  (await (await app.as(writer)).get(`/api/boards/${id}/import`)).body.mayUndo

test('comments come in as what they are: whose, when, and through whose hands', async () => {
  const { said, imported, id, card } = await brought()
  expect(imported).toMatchObject({ comments: 3, figures: { comments: 3 } })
  const { comments, people } = await said()
  const told = comments.map(({ authorId, imported, createdAt, body }) => ({
    ...{ authorId, imported, body },
    at: createdAt.slice(0, 10),
  }))
  const by = writer.id
  expect(told.slice(0, 2)).toEqual([
    {
      ...{ authorId: lead.id, at: '2020-01-01', imported: { by, from: null } },
      body: [{ text: 'Lea said' }],
    },
    {
      ...{ authorId: by, at: '2020-01-02', imported: { by, from: 'Otto Elsewhere' } },
      body: [{ text: '<script>alert(1)</script>' }],
    },
  ])
  expect(Date.parse(must(comments[2], 'last').createdAt)).toBeLessThanOrEqual(Date.now())
  expect(people.map(({ id }) => id).sort()).toEqual([lead.id, writer.id].sort())
  const watched = await app.deps.db.execute(
    sql`select 1 from card_watches where room_id = ${id} and card = ${card}`,
  )
  expect(watched.rows).toEqual([])
})

test('nobody changes the words of somebody who is not here; who brought them may take them out', async () => {
  const { said, talk } = await brought()
  const { comments } = await said()
  const otto = must(comments[1], 'comment')
  const browser = await app.as(writer)
  const changed = await browser.patch(`${talk}/${otto.id}`, { body: [{ text: 'Otto never said' }] })
  expect(changed.status).toBe(403)
  expect((await browser.delete(`${talk}/${otto.id}`)).status).toBe(204)
})

test('an import is undone with its comments, as long as nobody else has said anything', async () => {
  const { id, talk, said } = await brought()
  expect(await mayUndo(id)).toBe(true)
  const first = must((await said()).comments[0], 'comment')
  const theirs = await app.as(lead)
  const reaction = `${talk}/${first.id}/reaction`
  await theirs.put(reaction, { emoji: '👍', given: true })
  expect(await mayUndo(id)).toBe(false)
  await theirs.put(reaction, { emoji: '👍', given: false })
  expect(await mayUndo(id)).toBe(true)
  const answer = { id: crypto.randomUUID(), body: [{ text: 'still true' }] }
  await theirs.post(talk, answer)
  expect(await mayUndo(id)).toBe(false)
  await theirs.delete(`${talk}/${answer.id}`)
  await theirs.put(talk.replace('/comments', '/watching'), { watching: false })
  expect((await (await app.as(writer)).delete(`/api/boards/${id}/import`)).status).toBe(204)
  const left = await app.deps.db.execute(sql`select 1 from comment_threads where room_id = ${id}`)
  expect(left.rows).toEqual([])
})

test('a board that is taken out and brought in again has the same comments', async () => {
  const { id, talk, said } = await brought()
  await (await app.as(lead)).post(talk, { id: crypto.randomUUID(), body: [{ text: 'since then' }] })
  const file = await (
    await (await app.as(lead)).fetch(`/api/boards/${id}/export?format=json`)
  ).text()
  const again = await brought(file)
  const shown = async (of: () => Promise<CardComments>) =>
    (await of()).comments.map(({ authorId, imported, createdAt, body }) => ({
      ...{ createdAt, body },
      by: imported?.from ?? authorId,
    }))
  expect(await shown(again.said)).toEqual(await shown(said))
  const out = await (await app.as(lead)).fetch(`/api/boards/${again.id}/export?format=json`)
  const cards = (text: string) => JSON.parse(text).columns[0].cards[0].comments
  expect(cards(await out.text())).toEqual(cards(file))
})

const ownBoard = (card: object) =>
  JSON.stringify({ title: 'B', columns: [{ id: 'l', name: 'Now', cards: [card] }] })

test('of more comments than a card holds the latest come in from our own JSON, and that is said', async () => {
  const comments = Array.from({ length: mostOfCard.comments }, (_, nth) => ({ text: `${nth}` }))
  const { imported } = await brought(ownBoard({ id: 'c', title: 'Loud', comments }))
  expect(imported.comments).toBe(mostImportedOfCard)
  expect(imported.skipped).toContainEqual({ name: 'Loud', why: 'comments-left' })
})

test('of a card only so many comments are read to be taken along, the first ones', async () => {
  const comments = ['one', 'two', 'three'].map((text) => ({ text }))
  const { id, card } = await brought(ownBoard({ id: 'c', title: 'Loud', comments }))
  const said = await listSaidOnBoard(app.deps.db, id, 2)
  expect(said.map((one) => [one.card, one.body])).toEqual([
    [card, [{ text: 'one' }]],
    [card, [{ text: 'two' }]],
  ])
})

test('an import is not undone where others keep a view of it, a calendar, or watch a card', async () => {
  const { id, card } = await brought()
  const kept: [string, SQL][] = [
    [
      'board_views',
      sql`(id, board_id, person_id, name, view) values
      (gen_random_uuid(), ${id}, ${lead.id}, 'Mine', '{}')`,
    ],
    ['calendar_feeds', sql`(board_id, person_id, token_hash) values (${id}, ${lead.id}, 'x')`],
    [
      'card_watches',
      sql`(room_id, card, person_id, watching) values
      (${id}, ${card}, ${lead.id}, true)`,
    ],
  ]
  for (const [table, row] of kept) {
    expect(await mayUndo(id)).toBe(true)
    await app.deps.db.execute(sql`insert into ${sql.identifier(table)} ${row}`)
    expect([table, await mayUndo(id)]).toEqual([table, false])
    await app.deps.db.execute(
      sql`delete from ${sql.identifier(table)} where person_id = ${lead.id}`,
    )
  }
})
