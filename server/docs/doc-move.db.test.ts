import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docs } from '../db/doc-tables'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
let ada: MadePerson
let ben: MadePerson
let asAda: Browser
let asBen: Browser
/** Ada leads the first, Ben the second, and both write in both. */
let hers: MadeProject
let his: MadeProject

beforeAll(async () => {
  app = await testApp()
  const { db } = app.deps
  workspace = await makeWorkspace(db)
  ada = await makePerson(db, workspace, { name: 'Ada' })
  ben = await makePerson(db, workspace, { name: 'Ben' })
  hers = await makeProject(db, ada, { members: [[ben, 'contributor']] })
  his = await makeProject(db, ben, { members: [[ada, 'contributor']] })
  asAda = await app.as(ada)
  asBen = await app.as(ben)
})
afterAll(() => app.stop())

async function newDoc(title: string, parentId: string | null = null) {
  const { id } = await makeDoc(app.deps.db, hers, ada, title)
  await app.deps.db.update(docs).set({ parentId }).where(eq(docs.id, id))
  return id
}
const move = (browser: Browser, id: string, to: MadeProject) =>
  browser.post(`/api/docs/${id}/move`, { projectId: to.id })
async function share(id: string) {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
  await asAda.patch(`/api/docs/${id}`, { inLibrary: true })
  return (await asAda.post(`/api/docs/${id}/links`, { expiresAt })).body.token as string
}
const openTo = async (id: string, token: string) => ({
  byLink: (await app.browser().get(`/api/public/${token}`)).status === 200,
  inLibrary: (await asAda.get('/api/library')).body.some((doc: { id: string }) => doc.id === id),
})

describe('what is only for some', () => {
  test('stays where its lead can read it, and is shown to no lead of another project', async () => {
    const a = await newDoc('A')
    const [open, secret] = [await newDoc('Open', a), await newDoc('Secret', a)]
    await asAda.patch(`/api/docs/${secret}`, { restricted: true })
    expect((await move(asAda, a, his)).status).toBe(204)
    expect((await asBen.get(`/api/docs/${secret}`)).status).toBe(404)
    expect((await asAda.get(`/api/docs/${secret}`)).body.project.id).toBe(hers.id)
    expect((await asAda.get(`/api/docs/${open}`)).body.project.id).toBe(his.id)
  })

  test('comes along for somebody who was granted it, too', async () => {
    const a = await newDoc('A')
    const secret = await newDoc('Secret', a)
    await asAda.patch(`/api/docs/${secret}`, { restricted: true })
    await asAda.put(`/api/docs/${secret}/grants/${ada.id}`, { role: 'contributor' })
    expect((await move(asAda, a, his)).status).toBe(204)
    expect((await asAda.get(`/api/docs/${secret}`)).body.project.id).toBe(his.id)
  })

  test('is not moved by itself where it would be lost', async () => {
    const secret = await newDoc('Secret')
    await asAda.patch(`/api/docs/${secret}`, { restricted: true })
    expect((await move(asAda, secret, his)).status).toBe(403)
    expect((await asAda.get(`/api/docs/${secret}`)).body.project.id).toBe(hers.id)
  })
})

describe('public links, and a place in the library,', () => {
  test('end for all that goes where whoever moves it does not lead', async () => {
    const a = await newDoc('A')
    const b = await newDoc('B', a)
    const tokens = [await share(a), await share(b)]
    expect((await move(asAda, a, his)).status).toBe(204)
    const none = { byLink: false, inLibrary: false }
    expect(await openTo(a, tokens[0] ?? '')).toEqual(none)
    expect(await openTo(b, tokens[1] ?? '')).toEqual(none)
  })

  test('stay where they do', async () => {
    const a = await newDoc('A')
    const token = await share(a)
    expect((await move(asBen, a, his)).status).toBe(204)
    expect(await openTo(a, token)).toEqual({ byLink: true, inLibrary: true })
  })
})

describe('a doc that is closed', () => {
  test('says how much inside is open still, and closes it to all but the same people', async () => {
    const carla = await makePerson(app.deps.db, workspace)
    const a = await newDoc('A')
    const b = await newDoc('B', a)
    const c = await newDoc('C', b)
    const beside = await newDoc('Beside')
    await asAda.put(`/api/docs/${a}/grants/${carla.id}`, { role: 'commenter' })
    await asAda.patch(`/api/docs/${a}`, { restricted: true })
    const openUnder = async () => (await asAda.get(`/api/docs/${a}/access`)).body.openUnder
    expect(await openUnder()).toBe(2)
    expect((await asBen.get(`/api/docs/${c}`)).status).toBe(200)

    const asked: (string[] | undefined)[] = []
    app.deps.accessChanges.onChange(({ roomIds }) => asked.push(roomIds?.toSorted()))
    const answer = await asAda.patch(`/api/docs/${a}`, { restricted: true, under: true })
    expect(answer.status).toBe(204)
    expect(asked).toEqual([[a, b, c].toSorted()])
    expect(await openUnder()).toBe(0)
    const statuses = async (browser: Browser) =>
      Promise.all(
        [a, b, c, beside].map(async (id) => (await browser.get(`/api/docs/${id}`)).status),
      )
    expect(await statuses(asBen)).toEqual([404, 404, 404, 200])
    expect(await statuses(await app.as(carla))).toEqual([200, 200, 200, 404])
  })

  test('opens nothing inside', async () => {
    const a = await newDoc('A')
    const answer = await asAda.patch(`/api/docs/${a}`, { restricted: false, under: true })
    expect(answer.status).toBe(400)
  })
})
