import type { FoundCards } from '@atelier/shared/references/reference'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projects } from '../db/tables'
import { type MadePerson, makeBoard, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let lead: MadePerson
let owner: MadePerson
let viewer: MadePerson
let outsider: MadePerson
let stranger: MadePerson

beforeAll(async () => {
  app = await testApp()
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  owner = workspace.owner
  lead = await makePerson(db, workspace)
  viewer = await makePerson(db, workspace)
  outsider = await makePerson(db, workspace)
  stranger = (await makeWorkspace(db)).owner
  const project = await makeProject(db, lead, { title: 'Mill', members: [[viewer, 'viewer']] })
  await makeBoard(db, project, lead, {
    title: 'Scrap',
    columns: ['To do', 'Done'],
    cards: [
      { title: 'Ask the mill in Málaga', column: 'To do' },
      { title: 'Málaga: 100% _sure_', column: 'To do' },
      { title: 'Measure', column: 'Done' },
      {
        title: 'Order',
        column: 'To do',
        description: 'Ring the <b>supplier</b> about the Zürich pallets first.',
        checklist: { name: 'Papers', items: [{ text: 'Customs form' }] },
        learned: { person: lead.id, text: 'That pallets count twice' },
      },
      { title: 'Pallets', column: 'Done' },
      ...['परियोजना की योजना', 'น้ำดื่ม'].map((title) => ({ title, column: 'Done' })),
    ],
  })
  const old = await makeProject(db, lead, { members: [[viewer, 'viewer']] })
  await makeBoard(db, old, lead, {
    columns: ['A'],
    cards: [{ title: 'Malaga of old', column: 'A' }],
  })
  await db.update(projects).set({ archivedAt: new Date() }).where(eq(projects.id, old.id))
})
afterAll(() => app.stop())

const found = async (person: MadePerson, query: string) => {
  const { body } = await (await app.as(person)).get(`/api/cards?q=${encodeURIComponent(query)}`)
  return (body as unknown as FoundCards).cards
}
const titles = async (person: MadePerson, query: string) =>
  (await found(person, query)).map(({ title }) => title)

test('cards are found by words of their titles in any order, and told with their place', async () => {
  expect(await titles(viewer, 'malaga')).toEqual(['Málaga: 100% _sure_', 'Ask the mill in Málaga'])
  expect(await found(viewer, ' malaga ASK ')).toMatchObject([
    { title: 'Ask the mill in Málaga', board: 'Scrap', project: 'Mill', column: 'To do' },
  ])
})

test('what is written on a card is found, behind titles, with the words around it as they are', async () => {
  expect(await titles(viewer, 'pallets')).toEqual(['Pallets', 'Order'])
  expect((await found(viewer, 'pallets')).map(({ excerpt }) => excerpt)).toEqual([
    null,
    '…the <b>supplier</b> about the Zürich pallets first. Papers Customs form That pallets count twice',
  ])
  for (const words of ['order zurich', 'papers', 'customs FORM', 'count twice order'])
    expect(await titles(viewer, words)).toEqual(['Order'])
  expect(await titles(outsider, 'customs')).toEqual([])
  expect(await titles(stranger, 'customs')).toEqual([])
})

test('what is typed is words, and no pattern', async () => {
  expect(await titles(viewer, '100% _')).toEqual(['Málaga: 100% _sure_'])
  expect(await titles(viewer, '%')).toEqual(['Málaga: 100% _sure_'])
  expect(await titles(viewer, 'a\u0000sk mill')).toEqual(['Ask the mill in Málaga'])
  expect(await titles(viewer, '   ')).toEqual([])
})

test('nobody finds cards of boards they may not read', async () => {
  expect(await titles(outsider, 'measure')).toEqual([])
  expect(await titles(stranger, 'measure')).toEqual([])
  expect(await titles(owner, 'measure')).toEqual(['Measure'])
})

test('names with marks of their own script are found', async () => {
  expect(await titles(viewer, 'योजना की')).toEqual(['परियोजना की योजना'])
  expect(await titles(viewer, 'น้ำ')).toEqual(['น้ำดื่ม'])
})

test('of many words the first that say something count; of many questions at once some are refused', async () => {
  expect(await titles(viewer, 'a ask the m mi mil mill malaga nowhere')).toEqual([
    'Ask the mill in Málaga',
  ])
  expect(await titles(viewer, 'a as ask m mi mil mill th nowhere')).toEqual([])
  const browser = await app.as(viewer)
  const answers = await Promise.all(Array.from({ length: 8 }, () => browser.get('/api/cards?q=a')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]))
})
