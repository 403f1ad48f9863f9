import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { saveAsTemplate } from '@atelier/shared/boards/copy-edits'
import { addBlock, setPartOf } from '@atelier/shared/boards/relation-edits'
import { toYjs } from '@atelier/shared/boards/rich-text'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { projectReadersAmong } from '../access/project-reader-queries'
import { makeBoard, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { makePictureIn } from '../testing/make-file'
import { type TestApp, testApp } from '../testing/test-app'
import { copyFiles } from './moving-card-queries'
import { moveCardsAcross } from './moving-cards'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

const room = (id: string) => roomName('board', id)
const boardOf = (id: string) => app.deps.rooms.look(room(id), (doc) => readBoard(doc))
const edit = (id: string, change: (doc: Y.Doc) => void) => app.deps.rooms.edit(room(id), change)
const shown = async (id: string) =>
  (await boardOf(id)).columns.flatMap(({ cards }) => cards.map(({ title }) => title))

async function manyCards(titles: string[], boards = 1) {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const mover = await makePerson(db, workspace)
  const project = await makeProject(db, workspace.owner, { members: [[mover, 'contributor']] })
  const cards = titles.map((title) => ({ title, column: 'To do' }))
  const from = (await makeBoard(db, project, workspace.owner, { cards })).id
  const goals = []
  for (let nth = 0; nth < boards; nth++) {
    const { id } = await makeBoard(db, project, workspace.owner)
    const column = must((await boardOf(id)).columns[0], 'column').id
    goals.push({ board: id, project: project.id, column })
  }
  const byTitle = new Map(
    [...(await boardOf(from)).cards.values()].map(({ id, title }) => [title, id]),
  )
  const ids = titles.map((title) => must(byTitle.get(title), title))
  const browser = await app.as(mover)
  const move = (cards: readonly string[], source: string, boardId: string, column?: string) =>
    browser.post(`/api/boards/${source}/moves`, { cards, boardId, column })
  return { mover, from, goals, ids, browser, move }
}

/** How often each board is written. */
function counted(ways: { dies?: string } = {}) {
  const edits: string[] = []
  const { db, rooms } = app.deps
  const write = async (
    name: ReturnType<typeof room>,
    change: (doc: Y.Doc) => void,
    by?: string,
  ) => {
    if (ways.dies !== undefined && name === room(ways.dies)) throw new Error('killed')
    edits.push(name)
    await rooms.edit(name, change, by)
  }
  return { edits, house: { db, rooms: { ...rooms, edit: write } } }
}

test('many cards go in one edit of each board, in their order, with what is between them', async () => {
  const { mover, from, goals, ids } = await manyCards(['a', 'b', 'c', 'd'])
  const to = must(goals[0], 'goal')
  const [a, b, c, d] = ids as [string, string, string, string]
  await edit(from, (doc) => {
    setPartOf(doc, b, a)
    addBlock(doc, b, c)
    addBlock(doc, d, a)
  })
  const { edits, house } = counted()
  const moved = await moveCardsAcross(house, { cards: [c, b, a], from, to, personId: mover.id })
  expect(moved.left).toEqual({ relations: 1, people: [], outcomes: [] })
  expect(edits).toEqual([room(to.board), room(from)])
  expect([await shown(from), await shown(to.board)]).toEqual([['d'], ['c', 'b', 'a']])
  const there = (await boardOf(to.board)).cards
  expect([there.get(b)?.partOf, there.get(b)?.blocks]).toEqual([a, [c]])
})

test('one that cannot go keeps none of the others, and each is told what became of it', async () => {
  const { from, goals, ids, move } = await manyCards(['a', 'b', 'form'], 2)
  const [to, third] = goals.map(({ board }) => board) as [string, string]
  const [a, b, form] = ids as [string, string, string]
  const columnOf = (board: string) => goals.find((goal) => goal.board === board)?.column
  await edit(from, (doc) => saveAsTemplate(doc, form))
  await move([a], from, third, columnOf(third))
  const template = must((await boardOf(from)).templates[0], 'template').id
  const { status, body } = await move([a, 'never', template, b, b], from, to, columnOf(to))
  expect([status, body.cards]).toEqual([
    200,
    [
      { id: a, fate: 'elsewhere' },
      { id: 'never', fate: 'gone' },
      { id: template, fate: 'template' },
      { id: b, fate: 'there' },
    ],
  ])
  expect([await shown(to), await shown(third)]).toEqual([['b'], ['a']])
})

test('they go back in one request to where each was, with their relations to those that stayed', async () => {
  const { from, goals, ids, move } = await manyCards(['a', 'b', 'c'])
  const to = must(goals[0], 'goal')
  const [a, b, c] = ids as [string, string, string]
  await edit(from, (doc) => {
    addBlock(doc, a, b)
    setPartOf(doc, b, c)
  })
  expect((await move([a, c], from, to.board, to.column)).body.left.relations).toBe(2)
  expect(
    (await move([a, c], to.board, from)).body.cards.map(({ fate }: { fate: string }) => fate),
  ).toEqual(['there', 'there'])
  expect(await shown(from)).toEqual(['a', 'b', 'c'])
  const { cards } = await boardOf(from)
  expect([cards.get(a)?.blocks, cards.get(b)?.partOf]).toEqual([[b], c])
})

test('a move of many that ends between the two boards is brought to its end, and none is twice', async () => {
  const { mover, from, goals, ids, move } = await manyCards(['a', 'b', 'c'])
  const to = must(goals[0], 'goal')
  const { house } = counted({ dies: from })
  const going = moveCardsAcross(house, { cards: ids, from, to, personId: mover.id })
  await expect(going).rejects.toThrow('killed')
  expect([await shown(from), await shown(to.board)]).toEqual([
    ['a', 'b', 'c'],
    ['a', 'b', 'c'],
  ])
  await edit(to.board, (doc) =>
    cardDescription(doc, ids[0] ?? '')?.insert(
      0,
      toYjs([{ type: 'paragraph', content: [{ type: 'text', text: 'New' }] }]),
    ),
  )
  const { body } = await move(ids, from, to.board, to.column)
  expect(body.cards.map(({ fate }: { fate: string }) => fate)).toEqual(['there', 'there', 'there'])
  expect([await shown(from), await shown(to.board)]).toEqual([[], ['a', 'b', 'c']])
  expect((await boardOf(to.board)).cards.get(ids[0] ?? '')?.hasDescription).toBe(true)
})

test('also where the column they came to was removed meanwhile', async () => {
  const { mover, from, goals, ids, move } = await manyCards(['a', 'b'])
  const to = must(goals[0], 'goal')
  const { house } = counted({ dies: from })
  const going = moveCardsAcross(house, { cards: ids, from, to, personId: mover.id })
  await expect(going).rejects.toThrow('killed')
  expect((await move(ids, from, to.board, 'removed')).status).toBe(200)
  expect([await shown(from), await shown(to.board)]).toEqual([[], ['a', 'b']])
})

test('of two nodes that move some of the same cards to two boards, each card goes to one', async () => {
  const titles = Array.from({ length: 20 }, (_, nth) => `${nth}`)
  const { mover, from, goals, ids } = await manyCards(titles, 2)
  const some = [ids.slice(0, 14), ids.slice(6).reverse()]
  const moves = goals.map((to, nth) => ({
    cards: must(some[nth], 'cards'),
    from,
    to,
    personId: mover.id,
  }))
  const ends = await Promise.all(moves.map((one) => moveCardsAcross(app.deps, one)))
  const there = await Promise.all(goals.map(({ board }) => shown(board)))
  expect(there.flat().toSorted()).toEqual(titles.toSorted())
  expect(await shown(from)).toEqual([])
  const fates = ends.flatMap(({ cards }) => cards.map(({ fate }) => fate))
  expect(fates.filter((fate) => fate === 'there')).toHaveLength(20)
  expect(fates.filter((fate) => fate === 'elsewhere')).toHaveLength(8)
})

test('of a person’s requests a few at once are served, and 501 cards in one are refused', async () => {
  const { from, goals, ids, move } = await manyCards(['a'])
  const to = must(goals[0], 'goal')
  const tooMany = Array.from({ length: 501 }, (_, nth) => `c${nth}`)
  expect((await move(tooMany, from, to.board, to.column)).status).toBe(400)
  expect((await move([], from, to.board, to.column)).status).toBe(400)
  const all = await Promise.all(
    Array.from({ length: 8 }, () => move(ids, from, to.board, to.column)),
  )
  const statuses = all.map(({ status }) => status)
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0)
  expect(statuses.filter((status) => ![200, 429].includes(status))).toEqual([])
  expect(await shown(to.board)).toEqual(['a'])
})

test('cards of more than a room is sent in one go come in several edits, and all of them come', async () => {
  const { mover, from, goals, ids } = await manyCards(['a', 'b', 'c'])
  const to = must(goals[0], 'goal')
  const text = 'long '.repeat(160_000)
  await edit(from, (doc) => {
    for (const id of ids)
      cardDescription(doc, id)?.insert(
        0,
        toYjs([{ type: 'paragraph', content: [{ type: 'text', text }] }]),
      )
    addBlock(doc, must(ids[0], 'a'), must(ids[2], 'c'))
  })
  const { edits, house } = counted()
  const { left } = await moveCardsAcross(house, { cards: ids, from, to, personId: mover.id })
  expect([left.relations, edits.filter((name) => name === room(to.board)).length]).toEqual([0, 3])
  const { cards } = await boardOf(to.board)
  expect(cards.get(must(ids[0], 'a'))?.blocks).toEqual([ids[2]])
  expect([await shown(from), await shown(to.board)]).toEqual([[], ['a', 'b', 'c']])
})

test('several copies are related to each other; one whose card is gone keeps none of the others', async () => {
  const { from, goals, ids, browser } = await manyCards(['a', 'b', 'c'])
  const to = must(goals[0], 'goal')
  const [a, b, c] = ids as [string, string, string]
  await edit(from, (doc) => {
    addBlock(doc, a, b)
    addBlock(doc, a, c)
  })
  const cards = [a, b, 'never'].map((card) => ({ card, as: `copy-of-${card}` }))
  const wish = { cards, boardId: to.board, column: to.column }
  for (let times = 0; times < 2; times++) {
    const { status, body } = await browser.post(`/api/boards/${from}/copies`, wish)
    expect([status, body.cards, body.left.relations]).toEqual([
      201,
      [
        { id: a, fate: 'there' },
        { id: b, fate: 'there' },
        { id: 'never', fate: 'gone' },
      ],
      1,
    ])
  }
  expect(await shown(to.board)).toEqual(['a', 'b'])
  const there = (await boardOf(to.board)).cards
  expect(there.get(`copy-of-${a}`)?.blocks).toEqual([`copy-of-${b}`])
  expect(await shown(from)).toEqual(['a', 'b', 'c'])
})

test('of more people and files than one statement takes, those who are there are found', async () => {
  const { mover, from, goals } = await manyCards(['a'])
  const { board: to, project } = must(goals[0], 'goal')
  const file = await makePictureIn(app, { id: from }, mover)
  const others = Array.from({ length: 66_000 }, () => crypto.randomUUID())
  const { db } = app.deps
  expect([...(await projectReadersAmong(db, project, [...others, mover.id]))]).toEqual([mover.id])
  const ways = { from, to, createdBy: mover.id }
  expect([...(await copyFiles(db, ways, [...others, file.id])).keys()]).toEqual([file.id])
})
