import { type Kit, mostKits, type OfferedKit } from '@atelier/shared/workshops/kit'
import { sailboat, startStopContinue } from '@atelier/shared/workshops/kits/retrospectives'
import { shippedKits } from '@atelier/shared/workshops/shipped-kits'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { workshopKits } from '../db/workshop-tables'
import {
  type MadePerson,
  type MadeProject,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { makeKit } from '../testing/make-workshop'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let project: MadeProject
let mia: MadePerson
let asMia: Browser
let asPartner: Browser
let asStranger: Browser

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

beforeEach(async () => {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  mia = await makePerson(db, workspace, { name: 'Mia' })
  const partner = await makePerson(db, workspace, { role: 'partner' })
  project = await makeProject(db, mia, { members: [[partner, 'contributor']] })
  asMia = await app.as(mia)
  asPartner = await app.as(partner)
  asStranger = await app.as((await makeWorkspace(db)).owner)
})

const wordsOf = ({ title, purpose, stages }: Kit) => ({ title, purpose, stages })
const own = (title: string) => ({
  ...{ id: crypto.randomUUID(), ...wordsOf(startStopContinue) },
  title: { en: title },
})
const change = (id: string, title: string, basedOn: number, browser = asMia) => {
  const { id: _, ...words } = own(title)
  return browser.put(`/api/kits/${id}`, { ...words, basedOn })
}
const offered = async (browser = asMia): Promise<OfferedKit[]> =>
  (await browser.get('/api/kits')).body
const ownTitles = async (browser = asMia) =>
  (await offered(browser)).filter((kit) => kit.own !== null).map(({ title }) => title.en)
const begin = (kit: string, browser = asMia) =>
  browser.post(`/api/projects/${project.id}/workshops`, { title: 'W', kit, language: 'en' })

test('a workspace has all the kits of the house, and nobody can change or retire those', async () => {
  expect((await offered()).map(({ key }) => key)).toEqual(shippedKits.map(({ key }) => key))
  const { key, version } = sailboat
  expect((await asMia.get(`/api/kits/${key}`)).body).toMatchObject({ key, version, own: null })
  expect((await change(key, 'Mine', 1)).status).toBe(404)
  expect((await asMia.post(`/api/kits/${key}/retire`)).status).toBe(404)
  expect((await asMia.get('/api/kits/unheard-of')).status).toBe(404)
})

describe('a kit of one’s own', () => {
  test('is offered to the whole workspace, before those of the house, with who wrote it', async () => {
    const kit = own('Our Friday')
    expect((await asMia.post('/api/kits', kit)).status).toBe(201)
    const [first] = await offered()
    expect(first).toMatchObject({ key: kit.id, version: 1, own: { by: 'Mia', retired: false } })
    expect(first?.stages).toEqual(kit.stages)
    expect(await ownTitles(asStranger)).toEqual([])
    expect((await asStranger.get(`/api/kits/${kit.id}`)).status).toBe(404)
  })

  test('is offered to partners without the name of who wrote it, who may be a stranger to them', async () => {
    const id = await makeKit(app.deps.db, mia)
    const [first] = await offered(asPartner)
    expect(first).toMatchObject({ key: id, own: { by: null } })
    expect((await asPartner.get(`/api/kits/${id}`)).body.own.by).toBe(null)
  })

  test('that is sent twice is one, and nobody takes the id of another’s', async () => {
    const kit = own('Our Friday')
    await asMia.post('/api/kits', kit)
    expect((await asMia.post('/api/kits', kit)).status).toBe(201)
    expect(await ownTitles()).toEqual(['Our Friday'])
    expect((await asStranger.post('/api/kits', kit)).error?.code).toBe('conflict')
  })

  test('becomes a version more with each change, and the one before stays as it was', async () => {
    const id = await makeKit(app.deps.db, mia, { title: { en: 'First' } })
    expect((await change(id, 'Second', 1)).body).toEqual({ key: id, version: 2 })
    expect(await ownTitles()).toEqual(['Second'])
    const rows = await app.deps.db.select().from(workshopKits)
    const all = rows.filter((row) => row.id === id).map(({ version, title }) => [version, title.en])
    expect(all.toSorted()).toEqual([
      [1, 'First'],
      [2, 'Second'],
    ])
  })

  test('is not written over by who has not seen the last change, also at the same moment', async () => {
    const id = await makeKit(app.deps.db, mia)
    const answers = await Promise.all([change(id, 'One', 1), change(id, 'Other', 1)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await change(id, 'Late', 1)).error?.code).toBe('conflict')
    expect((await change(id, 'Ahead', 9)).error?.code).toBe('conflict')
    expect((await asMia.get(`/api/kits/${id}`)).body.version).toBe(2)
  })

  test('leaves a workshop that began with it the agenda it had', async () => {
    const id = await makeKit(app.deps.db, mia)
    const { id: workshop } = (await begin(id)).body
    const { stages } = startStopContinue
    await asMia.put(`/api/kits/${id}`, {
      ...{ ...wordsOf(startStopContinue), stages: stages.slice(0, 2) },
      basedOn: 1,
    })
    const { body } = await asMia.get(`/api/workshops/${workshop}`)
    expect(body.kit).toMatchObject({ key: id, version: 1 })
    expect(body.stages).toHaveLength(stages.length)
    const { id: next } = (await begin(id)).body
    expect((await asMia.get(`/api/workshops/${next}`)).body.stages).toHaveLength(2)
  })

  test('that is retired is offered to nobody and changed by nobody, until it is brought back', async () => {
    const id = await makeKit(app.deps.db, mia, { title: { en: 'Old' } })
    expect((await asMia.post(`/api/kits/${id}/retire`)).status).toBe(204)
    expect(await ownTitles()).toEqual([])
    expect((await asMia.get(`/api/kits/${id}`)).body.own.retired).toBe(true)
    expect((await change(id, 'New', 1)).error?.code).toBe('conflict')
    await asMia.post(`/api/kits/${id}/restore`)
    expect(await ownTitles()).toEqual(['Old'])
  })

  test('is a member’s to write: partners begin workshops with it, and no more', async () => {
    const id = await makeKit(app.deps.db, mia)
    expect((await begin(id, asPartner)).status).toBe(201)
    expect((await asPartner.post('/api/kits', own('Theirs'))).status).toBe(403)
    expect((await change(id, 'Theirs', 1, asPartner)).status).toBe(403)
    expect((await asPartner.post(`/api/kits/${id}/retire`)).status).toBe(403)
    expect((await begin(id, asStranger)).status).toBe(404)
  })

  test('has words, stages of a kind there is, and each stage a key of its own', async () => {
    const right = own('Right')
    const [stage] = right.stages
    const wrong = [
      { ...right, title: {} },
      { ...right, title: { en: '  ' } },
      { ...right, title: { xx: 'Words' } },
      { ...right, stages: [] },
      { ...right, stages: [stage, stage] },
      { ...right, stages: [{ ...stage, kind: 'dance' }] },
      { ...right, stages: Array.from({ length: 31 }, (_, n) => ({ ...stage, key: `s-${n}` })) },
      { ...right, purpose: { en: 'x'.repeat(281) } },
    ]
    for (const kit of wrong) expect((await asMia.post('/api/kits', kit)).status).toBe(400)
    expect(await ownTitles()).toEqual([])
  })

  test('there are only so many of, and a retired one makes room', async () => {
    const ids: string[] = []
    for (let left = mostKits; left > 0; left--) ids.push(await makeKit(app.deps.db, mia))
    expect((await asMia.post('/api/kits', own('One more'))).error?.code).toBe('too-many')
    await asMia.post(`/api/kits/${ids[0]}/retire`)
    expect((await asMia.post('/api/kits', own('One more'))).status).toBe(201)
  })
})
