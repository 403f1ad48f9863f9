import type {
  Mentionables,
  Reference,
  ReferenceAnswers,
} from '@atelier/shared/references/reference'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boardCards } from '../db/card-tables'
import { docGrants, docs } from '../db/doc-tables'
import { people } from '../db/tables'
import { putMember } from '../projects/project-change-queries'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeBoard,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'

type Made = { id: string; title: string }

let app: TestApp
let workspace: MadeWorkspace
let lead: MadePerson
let viewer: MadePerson
let outsider: MadePerson
let partner: MadePerson
let stranger: MadePerson
let project: MadeProject
let other: MadeProject
let doc: Made
let secret: Made
let elsewhere: Made
let board: Made
let hidden: Made
let card: { id: string; boardId: string }
let hiddenCard: { id: string; boardId: string }

beforeAll(async () => {
  app = await testApp()
  const { db } = app.deps
  workspace = await makeWorkspace(db)
  lead = await makePerson(db, workspace, { name: 'Zoë Lindqvist' })
  viewer = await makePerson(db, workspace, { name: 'Ana Vega' })
  outsider = await makePerson(db, workspace, { name: 'Otto Out' })
  partner = await makePerson(db, workspace, { name: 'Pia Partner', role: 'partner' })
  stranger = (await makeWorkspace(db)).owner
  project = await makeProject(db, lead, { members: [[viewer, 'viewer']] })
  other = await makeProject(db, workspace.owner, { title: 'Not theirs' })
  doc = await makeDoc(db, project, lead, 'Málaga trip: 100% _sure_')
  secret = await makeDoc(db, project, lead, 'Málaga salaries')
  await db.update(docs).set({ restricted: true }).where(eq(docs.id, secret.id))
  elsewhere = await makeDoc(db, other, workspace.owner, 'Málaga elsewhere')
  board = await makeBoard(db, project, lead, {
    title: 'Work',
    columns: ['To do'],
    cards: cards('Ask Málaga'),
  })
  hidden = await makeBoard(db, other, workspace.owner, {
    columns: ['To do'],
    cards: cards('Málaga secret'),
  })
  card = await cardOf(board)
  hiddenCard = await cardOf(hidden)
})
afterAll(() => app.stop())

const cards = (title: string) => [{ title, column: 'To do' }]
async function cardOf({ id: boardId }: Made) {
  const [row] = await app.deps.db.select().from(boardCards).where(eq(boardCards.boardId, boardId))
  return { id: row?.id ?? '', boardId }
}

const asked = async (person: MadePerson, references: Reference[]) => {
  const { body } = await (await app.as(person)).post('/api/references', { references })
  return (body as unknown as ReferenceAnswers).found
}
const looked = async (person: MadePerson, query: string) => {
  const path = `/api/projects/${project.id}/mentionables?q=${encodeURIComponent(query)}`
  return (await (await app.as(person)).get(path)).body as unknown as Mentionables
}
const titles = (found: { title: string }[]) => found.map(({ title }) => title)

describe('what something is called now', () => {
  test('is answered in the order it was asked', async () => {
    expect(
      await asked(viewer, [
        { kind: 'card', ...card },
        { kind: 'person', id: lead.id },
        { kind: 'board', id: board.id },
        { kind: 'doc', id: doc.id },
        { kind: 'doc', id: doc.id },
      ]),
    ).toEqual([
      {
        ...{ kind: 'card', title: 'Ask Málaga', column: 'To do', archived: false },
        ...{ board: 'Work', boardId: board.id, isAway: false },
      },
      { kind: 'person', name: 'Zoë Lindqvist', colour: expect.any(String) },
      { kind: 'board', title: 'Work' },
      { kind: 'doc', title: doc.title, excerpt: '' },
      { kind: 'doc', title: doc.title, excerpt: '' },
    ])
  })

  test('is nothing for who may not read it, and for what never was', async () => {
    const everything: Reference[] = [
      { kind: 'doc', id: secret.id },
      { kind: 'doc', id: elsewhere.id },
      { kind: 'board', id: hidden.id },
      { kind: 'card', ...hiddenCard },
      // A card of theirs, said to lie on a board one may read, is not on that board.
      { kind: 'doc', id: crypto.randomUUID() },
      { kind: 'person', id: stranger.id },
    ]
    const none = everything.map(() => null)
    expect(await asked(viewer, everything)).toEqual(none)
    expect(await asked(lead, everything)).toEqual([
      { kind: 'doc', title: secret.title, excerpt: '' },
      ...none.slice(1),
    ])
    const ours: Reference[] = [
      ...everything.slice(0, 5),
      { kind: 'doc', id: doc.id },
      { kind: 'board', id: board.id },
      { kind: 'card', ...card },
      { kind: 'person', id: lead.id },
    ]
    expect(await asked(stranger, ours)).toEqual(ours.map(() => null))
    expect(await asked(partner, ours)).toEqual(ours.map(() => null))
  })

  test('a card is only found on its own board', async () => {
    const [found] = await asked(viewer, [{ kind: 'card', id: hiddenCard.id, boardId: board.id }])
    expect(found).toMatchObject({ title: null, column: '' })
    expect(await asked(viewer, [{ kind: 'card', id: card.id, boardId: hidden.id }])).toEqual([null])
  })

  test('follows a grant, the library and the bin', async () => {
    const { db } = app.deps
    const made = await makeDoc(db, other, workspace.owner, 'Travelling')
    const one: Reference[] = [{ kind: 'doc', id: made.id }]
    expect(await asked(viewer, one)).toEqual([null])
    await db.insert(docGrants).values({
      docId: made.id,
      personId: viewer.id,
      role: 'viewer',
      grantedBy: workspace.owner.id,
    })
    expect(await asked(viewer, one)).toEqual([{ kind: 'doc', title: 'Travelling', excerpt: '' }])
    await db.update(docs).set({ libraryAt: new Date() }).where(eq(docs.id, made.id))
    expect(await asked(outsider, one)).toEqual([{ kind: 'doc', title: 'Travelling', excerpt: '' }])
    expect(await asked(partner, one)).toEqual([null])
    await db.update(docs).set({ trashedAt: new Date() }).where(eq(docs.id, made.id))
    expect(await asked(workspace.owner, one)).toEqual([null])
  })

  test('is not told for what could not be: an odd card, too many at once', async () => {
    const browser = await app.as(lead)
    for (const references of [
      [{ kind: 'card', id: '../../etc', boardId: board.id }],
      [{ kind: 'card', id: card.id }],
      [{ kind: 'workshop', id: board.id }],
      Array.from({ length: 101 }, () => ({ kind: 'doc', id: doc.id })),
    ])
      expect((await browser.post('/api/references', { references })).status).toBe(400)
  })
})

describe('what may be mentioned', () => {
  test('is found by the beginning of a word, whatever its marks and letters', async () => {
    for (const typed of ['malaga', 'MÁLAGA', 'álag']) {
      const found = await looked(lead, typed)
      expect(titles(found.docs).sort()).toEqual([secret.title, doc.title].sort())
      expect(titles(found.cards)).toEqual(['Ask Málaga'])
    }
    expect((await looked(lead, 'zoe')).people).toMatchObject([{ name: 'Zoë Lindqvist' }])
    expect((await looked(lead, 'lind')).people).toMatchObject([{ id: lead.id }])
  })

  test('letters are letters: no sign of the database’s own means anything', async () => {
    expect(titles((await looked(lead, '100% _')).docs)).toEqual([doc.title])
    for (const typed of ['%', '_', '\\', "'; drop", '\u0000', '[a-z]'])
      expect((await looked(lead, `${typed}zzz`)).docs).toEqual([])
  })

  test('is what the asking person may read, of other projects too', async () => {
    expect(titles((await looked(viewer, 'malaga')).docs)).toEqual([doc.title])
    const found = await looked(workspace.owner, 'malaga')
    expect(found.docs).toHaveLength(3)
    expect(found.docs.at(-1)).toMatchObject({ id: elsewhere.id, project: 'Not theirs' })
    expect(titles(found.cards)).toEqual(['Ask Málaga'])
  })

  test('is of the project’s people only those who are still here', async () => {
    const { db } = app.deps
    const gone = await makePerson(db, workspace, { name: 'Gone Girl' })
    await putMember(db, project, gone.id, 'contributor')
    expect((await looked(lead, 'gone')).people).toHaveLength(1)
    await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, gone.id))
    expect((await looked(lead, 'gone')).people).toEqual([])
    expect((await looked(lead, 'otto')).people).toEqual([])
  })

  test('begins with the project’s own before a letter is typed; archived cards are left out', async () => {
    const { db } = app.deps
    const first = await looked(lead, '')
    expect(first.people.length).toBeGreaterThan(1)
    expect(first.docs[0]?.project).toBeNull()
    expect(first.boards[0]).toMatchObject({ id: board.id, project: null })
    const mine = and(eq(boardCards.boardId, card.boardId), eq(boardCards.id, card.id))
    await db.update(boardCards).set({ archived: true }).where(mine)
    expect((await looked(lead, 'ask')).cards).toEqual([])
    await db.update(boardCards).set({ archived: false }).where(mine)
  })

  test('is nobody’s business who may not read the project', async () => {
    for (const person of [outsider, partner, stranger]) {
      const browser = await app.as(person)
      const { status } = await browser.get(`/api/projects/${project.id}/mentionables?q=a`)
      expect(status).toBe(404)
    }
  })
})
