import { must } from '@atelier/shared/basics/must'
import type { ImportLine } from '@atelier/shared/exchange/board-import'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { largeTrello } from '../testing/large-trello'
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
let project: MadeProject

beforeAll(async () => {
  app = await testApp()
  const workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace, { name: 'Lea Lead' })
  project = await makeProject(app.deps.db, lead)
})
afterAll(() => app.stop())

async function begin(file: string): Promise<Response> {
  const path = `/api/projects/${project.id}/boards/import?progress&name=b.json`
  return (await app.as(lead)).fetch(path, { method: 'POST', body: `{}\n${file}` })
}
const boards = async () => (await app.deps.db.execute(sql`select id from boards`)).rows.length

test('a large board of Trello tells how far it is, card by card, and at last what came', async () => {
  const answer = await begin(largeTrello({ cards: 5_000, actions: 20_000 }))
  const lines = (await answer.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ImportLine)
  const told = lines.flatMap((line) => ('progress' in line ? [line.progress] : []))
  for (const step of ['reading', 'making'] as const) {
    const figures = told.filter((progress) => progress.step === step && progress.of > 0)
    expect(figures.length).toBeGreaterThan(50)
    expect(figures.at(-1)).toEqual({ step, done: 5_000, of: 5_000 })
    expect(figures.map(({ done }) => done)).toEqual(
      figures.map(({ done }) => done).sort((a, b) => a - b),
    )
  }
  const last = must(lines.at(-1), 'line')
  expect('imported' in last && last.imported.figures).toMatchObject({
    cards: 5_000,
    comments: 5_000,
  })
})

test('who goes away in between has cancelled it: nothing is stored', async () => {
  const before = await boards()
  const answer = await begin(largeTrello({ cards: 500, actions: 0 }))
  await answer.body?.cancel()
  // Whoever comes next has the thread once what was cancelled is through with it.
  const next = await begin(largeTrello({ cards: 1, actions: 0 }))
  await next.text()
  expect(await boards()).toBe(before + 1)
})

test('what cannot be read is refused as ever, in words', async () => {
  const answer = await begin('{"lists": [')
  const text = await answer.text()
  expect(JSON.parse(text.trim().split('\n').at(-1) ?? '')).toMatchObject({
    error: { code: 'invalid', fields: [{ problem: 'broken-json' }] },
  })
})
