import { docBody, docTitle } from '@atelier/shared/docs/doc'
import { docTextOf, newDocUpdate } from '@atelier/shared/docs/new-doc'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docGrants, docs, files } from '../db/doc-tables'
import {
  type MadePerson,
  type MadeProject,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { insertDoc } from './doc-queries'

let app: TestApp
let workspace: Awaited<ReturnType<typeof makeWorkspace>>
let lead: MadePerson
let writer: MadePerson
let project: MadeProject
let browser: Browser

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace)
  writer = await makePerson(app.deps.db, workspace, { language: 'de' })
  project = await makeProject(app.deps.db, lead, { members: [[writer, 'contributor']] })
  browser = await app.as(writer)
})
afterAll(() => app.stop())

const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

async function makeWritten(title: string, content: object[], parentId: string | null = null) {
  const { id: projectId, workspaceId } = project
  const body = { type: 'doc', content: content as never }
  const room = { workspaceId, projectId, createdBy: lead.id, update: newDocUpdate({ title, body }) }
  const id = await insertDoc(app.deps.db, title, room)
  await app.deps.db.update(docs).set({ parentId }).where(eq(docs.id, id))
  return id
}
const storedText = async (id: string) => docTextOf(await app.deps.rooms.read(roomName('doc', id)))
const flags = async (id: string) =>
  (await app.deps.db.select().from(docs).where(eq(docs.id, id)))[0]

describe('a copy', () => {
  test('says what the doc says now, beside it, and nothing of what it said before', async () => {
    const id = await makeWritten('Plan', [words('First of all')])
    await app.deps.rooms.edit(roomName('doc', id), (doc) => {
      docBody(doc).delete(0, 1)
      docTitle(doc).insert(4, ' B')
    })
    const { status, body } = await browser.post(`/api/docs/${id}/duplicate`, { under: false })
    expect(status).toBe(201)
    const copy = Buffer.from(await app.deps.rooms.read(roomName('doc', body.id)))
    expect(copy.includes('First of all')).toBe(false)
    expect((await storedText(body.id)).title).toBe('Kopie von Plan B')
    const { body: page } = await browser.get(`/api/projects/${project.id}`)
    const ids = page.docs.map((one: { id: string }) => one.id)
    expect(ids.indexOf(body.id)).toBe(ids.indexOf(id) + 1)
  })

  test('takes along what stands under it, if one likes', async () => {
    const above = await makeWritten('Above', [words('a')])
    const under = await makeWritten('Under', [words('b')], above)
    await makeWritten('Deeper', [words('c')], under)
    const { body } = await browser.post(`/api/docs/${above}/duplicate`, { under: true })
    const { body: page } = await browser.get(`/api/projects/${project.id}`)
    const child = (id: string) =>
      page.docs.find((one: { parentId: string | null }) => one.parentId === id)
    expect(child(body.id).title).toBe('Under')
    expect(child(child(body.id).id).title).toBe('Deeper')
  })

  test('has files of its own', async () => {
    const file = crypto.randomUUID()
    const id = await makeWritten('Pictures', [{ type: 'picture', attrs: { file } }])
    const { workspaceId } = project
    const row = { id: file, workspaceId, roomId: id, name: 'a.png', mime: 'image/png', size: 1 }
    await app.deps.db.insert(files).values([
      { ...row, sha256: 'ab', createdBy: lead.id },
      // Taken out of the text long ago.
      { ...row, id: crypto.randomUUID(), name: 'old.png', sha256: 'cd', createdBy: lead.id },
    ])
    const { body } = await browser.post(`/api/docs/${id}/duplicate`, { under: false })
    const [own, ...others] = await app.deps.db.select().from(files).where(eq(files.roomId, body.id))
    expect(others).toEqual([])
    expect(own).toMatchObject({ name: 'a.png', sha256: 'ab', createdBy: writer.id })
    const { body: said } = await browser.get(`/api/docs/${body.id}/text`)
    expect(said.body.content[0].attrs.file).toBe(own?.id)
  })

  test('of what is for some is for no more, and for who made it', async () => {
    const id = await makeWritten('Secret', [words('x')])
    const other = await makePerson(app.deps.db, workspace)
    await app.deps.db.update(docs).set({ restricted: true }).where(eq(docs.id, id))
    for (const personId of [writer.id, other.id]) {
      const role = 'viewer' as const
      await app.deps.db.insert(docGrants).values({ docId: id, personId, role, grantedBy: lead.id })
    }
    const { body } = await browser.post(`/api/docs/${id}/duplicate`, { under: false })
    expect((await flags(body.id))?.restricted).toBe(true)
    const grants = await app.deps.db.select().from(docGrants).where(eq(docGrants.docId, body.id))
    expect(new Map(grants.map(({ personId, role }) => [personId, role]))).toEqual(
      new Map([
        [writer.id, 'contributor'],
        [other.id, 'viewer'],
      ]),
    )
  })
})

describe('a doc made from a template', () => {
  const make = (template: object) =>
    browser.post(`/api/projects/${project.id}/docs`, { title: '', template })

  test('[S13] is written in the language of whoever makes it', async () => {
    const { body } = await make({ builtIn: 'decision' })
    const said = await storedText(body.id)
    expect([body.title, said.title]).toEqual(['Entscheidung', 'Entscheidung'])
    expect(said.text).toContain('Was wir entschieden haben und warum')
    const { body: page } = await browser.get(`/api/projects/${project.id}`)
    const card = page.docs.find((one: { id: string }) => one.id === body.id)
    expect(card.excerpt).not.toBe('')
  })

  test('may be of the project’s own, or the library’s', async () => {
    const id = await makeWritten('Weekly', [words('Agenda')])
    expect((await make({ docId: id })).status).toBe(404)
    expect((await browser.patch(`/api/docs/${id}`, { template: true })).status).toBe(204)
    const { body } = await make({ docId: id })
    expect(await storedText(body.id)).toMatchObject({ title: 'Weekly', text: 'Agenda' })
    expect(await flags(body.id)).toMatchObject({ template: false, libraryAt: null })

    const elsewhere = await makeProject(app.deps.db, writer)
    const offered = async () =>
      (await browser.get(`/api/projects/${elsewhere.id}/templates`)).body.own.map(
        (one: { title: string }) => one.title,
      )
    expect(await offered()).toEqual([])
    await (await app.as(lead)).patch(`/api/docs/${id}`, { inLibrary: true })
    expect(await offered()).toEqual(['Weekly'])
  })

  test('what was begun on a device without a network is made once', async () => {
    const id = crypto.randomUUID()
    const wish = { title: '', id, template: { builtIn: 'how-to' } }
    for (const _ of [1, 2]) {
      const { body } = await browser.post(`/api/projects/${project.id}/docs`, wish)
      expect(body.id).toBe(id)
    }
  })
})
