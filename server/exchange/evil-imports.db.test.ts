import { docOf } from '@atelier/shared/docs/new-doc'
import { readDoc } from '@atelier/shared/docs/read-body'
import type { Imported } from '@atelier/shared/exchange/exchange'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { evilPacks } from '../testing/evil-packs'
import {
  type MadePerson,
  type MadeProject,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { zipOf } from './zip-out'

let app: TestApp
let browser: Browser
let lead: MadePerson
let project: MadeProject

beforeAll(async () => {
  app = await testApp()
  const workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace)
  project = await makeProject(app.deps.db, lead)
  browser = await app.as(lead)
})
afterAll(() => app.stop())

const bring = (bytes: Uint8Array) =>
  browser.fetch(`/api/projects/${project.id}/import?name=pack.zip`, {
    method: 'POST',
    body: bytes as BodyInit,
  })

const saidBy = async (id: string) => readDoc(docOf(await app.deps.rooms.read(`doc:${id}`)))

test('there are enough of them', () => {
  expect(evilPacks.length).toBeGreaterThanOrEqual(200)
})

test.each(evilPacks)(
  '%s: the honest page comes in, or the file is refused in words',
  async (what, bytes) => {
    const answer = await bring(bytes)
    const body = (await answer.json()) as Imported & { error?: { code: string } }
    if (answer.status !== 201) {
      expect(body.error?.code, what).toBe('invalid')
      return
    }
    const good = body.docs.filter(({ title }) => title === 'Good')
    expect(good.length).toBeGreaterThan(0)
    const { body: said } = await saidBy(good[0]?.id ?? '')
    expect(JSON.stringify(said)).toContain('honest')
    for (const { id } of body.docs) {
      expect(JSON.stringify(await saidBy(id))).not.toMatch(/root:|"href":"javascript/)
    }
  },
)

test('afterwards the project opens, takes in an honest file, and its docs say what they said', async () => {
  const page = await browser.fetch(`/api/projects/${project.id}`)
  expect(page.status).toBe(200)
  const answer = await bring(new TextEncoder().encode('# Last\n\nstill here'))
  expect(answer.status).toBe(201)
  const { docs } = (await answer.json()) as Imported
  expect(JSON.stringify(await saidBy(docs[0]?.id ?? ''))).toContain('still here')
})

const nul = 'Nul \u0000 in it'
const long = '0000-01-01T00:00:00.000Z'
const nulCard = {
  ...{ id: 'c', title: nul, createdAt: long, labels: ['l'] },
  outcomes: [{ id: '11111111-1111-4111-8111-111111111111', name: nul }],
  comments: [{ name: nul, at: long, text: nul }],
  checklists: [{ name: nul, items: [{ text: nul }] }],
}
const nulBoard = {
  title: nul,
  labels: [{ id: 'l', name: nul, colour: 'blue' }],
  columns: [{ id: 'a', name: nul, cards: [nulCard] }],
}

test('text with U+0000 and the year 0000, which the database refuses, come in without them', async () => {
  const id = '22222222-2222-4222-8222-222222222222'
  const place = { path: nul, parent: null, template: false, restricted: false }
  const thread = { quote: nul, resolved: false, anchor: { quote: nul, before: nul, after: nul } }
  const comment = { author: nul, at: long, text: nul }
  const index = {
    ...{ atelier: 1, project: { title: nul, challenge: nul }, files: [], people: {}, leftOut: 0 },
    docs: [{ ...place, id, title: nul }],
    boards: [{ id, title: nul, path: 'b.md', content: 'b.json' }],
    outcomes: [{ id, name: nul, level: 'alone', description: nul }],
  }
  const files = {
    'atelier.json': index,
    'b.json': nulBoard,
    [`atelier/${id}.json`]: { title: nul, body: {}, threads: [{ ...thread, comments: [comment] }] },
  }
  const zip = Object.entries(files).map(([name, content]) => ({
    ...{ name, bytes: Buffer.from(JSON.stringify(content)) },
  }))
  const answer = await bring(await zipOf(zip))
  expect(answer.status).toBe(201)
  const { docs, boards, comments } = (await answer.json()) as Imported
  const titles = [...docs, ...boards].map(({ title }) => title)
  expect([titles, comments]).toEqual([['Nul in it', 'Nul in it'], 2])
  const { body } = await browser.get(`/api/projects/${project.id}/outcomes`)
  expect(body.outcomes[0]).toMatchObject({ name: 'Nul  in it', description: 'Nul  in it' })
})

test('a board’s own JSON with U+0000 comes in, and what is typed has none either', async () => {
  const path = `/api/projects/${project.id}`
  const body = `{}\n${JSON.stringify(nulBoard)}`
  const sent = await browser.fetch(`${path}/boards/import?name=b.json`, { method: 'POST', body })
  expect(sent.status).toBe(201)
  const outcome = { id: crypto.randomUUID(), name: nul, level: 'alone' }
  expect((await browser.post(`${path}/outcomes`, outcome)).status).toBe(204)
  expect((await browser.post(`${path}/boards`, { title: nul })).status).toBe(201)
  expect((await browser.patch(path, { title: nul })).status).toBeLessThan(300)
})
