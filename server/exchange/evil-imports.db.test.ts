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
