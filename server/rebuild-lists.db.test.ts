import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCardRows } from './boards/card-row-queries'
import { boardCardPeople, boardCards, boardCardTexts } from './db/card-tables'
import { docs } from './db/doc-tables'
import { roomUpdates } from './db/log-tables'
import { boards } from './db/tables'
import { rebuildLists, rebuildOldRows } from './rebuild-lists'
import { makeBoard, makeDoc, makeProject, makeWorkspace } from './testing/make'
import { type TestApp, testApp } from './testing/test-app'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

async function madeBoard() {
  const { owner } = await makeWorkspace(app.deps.db)
  const project = await makeProject(app.deps.db, owner)
  const { id } = await makeBoard(app.deps.db, project, owner, {
    title: 'Work',
    columns: ['To do'],
    cards: [
      { title: 'Ask', column: 'To do', assignee: owner.id, due: '2026-12-01' },
      { title: 'Measure', column: 'To do', description: 'With the long rule' },
    ],
  })
  const doc = await makeDoc(app.deps.db, project, owner, 'Notes')
  return { id, owner, doc }
}

async function rebuilt() {
  const words: string[] = []
  const counts = await rebuildLists(app.deps.db, (sentence) => words.push(sentence))
  return { ...counts, words: words.join('\n') }
}

test('whatever was done to the lists, one command makes them say again what the rooms say', async () => {
  const { db } = app.deps
  const { id, owner, doc } = await madeBoard()
  const before = await readCardRows(db, id)
  await rebuilt()
  const whole = await readCardRows(db, id)
  expect(whole).toEqual(before)
  expect(await rebuilt()).toMatchObject({ changed: 0, unread: 0, words: '' })

  const [first = before[0], second = before[1]] = before
  await db
    .update(boardCards)
    .set({ title: 'Spoilt', dueOn: null })
    .where(eq(boardCards.id, first?.id ?? ''))
  await db.delete(boardCards).where(eq(boardCards.id, second?.id ?? ''))
  await db
    .insert(boardCardTexts)
    .values({ boardId: id, cardId: first?.id ?? '', text: 'Spoilt', letters: 'spoilt' })
    .onConflictDoUpdate({
      target: [boardCardTexts.boardId, boardCardTexts.cardId],
      set: { text: 'Spoilt' },
    })
  const stranger = {
    boardId: id,
    id: 'neverWas0000',
    title: 'Never was',
    column: '',
    archived: false,
  }
  await db.insert(boardCards).values(stranger)
  await db.delete(boardCardPeople).where(eq(boardCardPeople.personId, owner.id))
  await db.update(boards).set({ title: 'Spoilt' }).where(eq(boards.id, id))
  await db.update(docs).set({ title: 'Spoilt' }).where(eq(docs.id, doc.id))

  const { changed, words } = await rebuilt()
  expect(changed).toBe(2)
  expect(words).toContain(`The board ${id}: its row and the rows of 3 cards were written anew.`)
  expect(words).toContain(`The doc ${doc.id}: its row was written anew.`)
  const byId = (rows: typeof whole) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(byId(await readCardRows(db, id))).toEqual(byId(whole))
  expect((await db.select().from(boards).where(eq(boards.id, id)))[0]?.title).toBe('Work')
  expect((await db.select().from(docs).where(eq(docs.id, doc.id)))[0]?.title).toBe('Notes')
})

test('of a damaged board nothing is forgotten, and it is told', async () => {
  const { db } = app.deps
  const { id } = await madeBoard()
  const before = await readCardRows(db, id)
  await db
    .update(roomUpdates)
    .set({ bytes: new Uint8Array([0, 0]) })
    .where(eq(roomUpdates.roomId, id))
  const { unread, words } = await rebuilt()
  expect(unread).toBe(1)
  expect(words).toContain(`The board ${id} is damaged`)
  expect(await readCardRows(db, id)).toEqual(before)
})

test('what an older version kept of a board is written anew when the server starts', async () => {
  const { db } = app.deps
  const { id, owner } = await madeBoard()
  const before = await readCardRows(db, id)
  await db
    .update(boardCards)
    .set({ columnId: '', rank: '', dueOn: null })
    .where(eq(boardCards.boardId, id))
  await db.delete(boardCardPeople).where(eq(boardCardPeople.personId, owner.id))
  await rebuildOldRows(db)
  const byId = (rows: typeof before) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(byId(await readCardRows(db, id))).toEqual(byId(before))
})

test('cards of a version that kept no texts are found by them once the server has started', async () => {
  const { db } = app.deps
  const { id } = await madeBoard()
  const before = await readCardRows(db, id)
  expect(before.map(({ text }) => text).sort()).toEqual(['', 'With the long rule'])
  await db.update(boardCards).set({ textKnown: false }).where(eq(boardCards.boardId, id))
  await db.delete(boardCardTexts).where(eq(boardCardTexts.boardId, id))
  await rebuildOldRows(db)
  const byId = (rows: typeof before) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(byId(await readCardRows(db, id))).toEqual(byId(before))
})
