import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admitFrom } from '../access/admit'
import { docLinks, docPublicLinks, docSuggestions, docs, files } from '../db/doc-tables'
import { rooms } from '../db/tables'
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
let lead: MadePerson
let writer: MadePerson
let outsider: MadePerson
let partner: MadePerson
let project: MadeProject
let asLead: Browser
let asOutsider: Browser

beforeAll(async () => {
  app = await testApp()
  const { db } = app.deps
  workspace = await makeWorkspace(db)
  lead = await makePerson(db, workspace, { name: 'Lea Lead' })
  writer = await makePerson(db, workspace)
  outsider = await makePerson(db, workspace)
  partner = await makePerson(db, workspace, { role: 'partner' })
  project = await makeProject(db, lead, { members: [[writer, 'contributor']] })
  asLead = await app.as(lead)
  asOutsider = await app.as(outsider)
})
afterAll(() => app.stop())

const newDoc = async (title = 'Doc') => (await makeDoc(app.deps.db, project, lead, title)).id
const admission = async (person: MadePerson, id: string) => {
  const { session } = await app.deps.sessions.create(person.id, '')
  const ticket = { sessionId: session.id, personId: person.id }
  return (await admitFrom(app.deps.db)(ticket, roomName('doc', id))).kind
}

describe('a doc only for people chosen', () => {
  test('is closed to everybody else, and open to them and to who leads', async () => {
    const id = await newDoc()
    await asLead.patch(`/api/docs/${id}`, { restricted: true })
    expect(await admission(writer, id)).toBe('no-access')
    await asLead.put(`/api/docs/${id}/grants/${writer.id}`, { role: 'commenter' })
    expect(await admission(writer, id)).toBe('admitted')
    expect((await asLead.get(`/api/docs/${id}/access`)).body).toMatchObject({
      restricted: true,
      inLibrary: false,
      leads: [{ name: 'Lea Lead' }],
      people: [{ id: writer.id, role: 'commenter' }],
      links: [],
    })
    await asLead.delete(`/api/docs/${id}/grants/${writer.id}`)
    expect(await admission(writer, id)).toBe('no-access')
    expect(await admission(lead, id)).toBe('admitted')
  })

  test('[S5] whoever is in it is asked for their rights at every change', async () => {
    const id = await newDoc()
    const asked: unknown[] = []
    app.deps.accessChanges.onChange((change) => asked.push(change))
    await asLead.patch(`/api/docs/${id}`, { restricted: true })
    await asLead.put(`/api/docs/${id}/grants/${writer.id}`, { role: 'viewer' })
    await asLead.delete(`/api/docs/${id}/grants/${writer.id}`)
    await asLead.patch(`/api/docs/${id}`, { template: true })
    const person = { personIds: [writer.id] }
    expect(asked).toEqual([{ roomIds: [id] }, person, person])
  })

  test('[S5] closes the suggestions in it as well', async () => {
    const { db } = app.deps
    const id = await newDoc()
    const room = { workspaceId: workspace.id, projectId: project.id, kind: 'suggestion' as const }
    const [fork] = await db.insert(rooms).values(room).returning()
    await db.insert(docSuggestions).values({ id: fork?.id ?? '', docId: id, authorId: lead.id })
    const asked: unknown[] = []
    app.deps.accessChanges.onChange((change) => asked.push(change))
    await asLead.patch(`/api/docs/${id}`, { restricted: true })
    await asLead.post(`/api/docs/${id}/trash`)
    await asLead.post(`/api/docs/${id}/restore`)
    expect(asked).toEqual([1, 2, 3].map(() => ({ roomIds: [id, fork?.id] })))
  })

  test('may be given back by whoever was granted it', async () => {
    const id = await newDoc()
    await asLead.put(`/api/docs/${id}/grants/${outsider.id}`, { role: 'viewer' })
    const path = `/api/docs/${id}/grants`
    expect((await asOutsider.delete(`${path}/${writer.id}`)).status).toBe(403)
    expect((await asOutsider.delete(`${path}/${outsider.id}`)).status).toBe(204)
    expect((await asOutsider.get(`/api/docs/${id}`)).status).toBe(404)
  })

  test('is granted only to people one may know of', async () => {
    const id = await newDoc()
    const stranger = (await makeWorkspace(app.deps.db)).owner
    const partners = await makeProject(app.deps.db, lead, { members: [[partner, 'lead']] })
    const theirs = (await makeDoc(app.deps.db, partners, lead)).id
    const grant = (browser: Browser, doc: string, person: MadePerson) =>
      browser.put(`/api/docs/${doc}/grants/${person.id}`, { role: 'viewer' })
    expect((await grant(asLead, id, stranger)).status).toBe(404)
    const asPartner = await app.as(partner)
    expect((await grant(asPartner, theirs, outsider)).status).toBe(404)
    expect((await grant(asPartner, theirs, lead)).status).toBe(204)
  })
})

describe('beside their projects people find', () => {
  test('what was shared with them, by its name alone', async () => {
    const id = await newDoc('For Otto')
    expect((await asOutsider.get('/api/my-docs')).body.shared).toEqual([])
    await asLead.put(`/api/docs/${id}/grants/${outsider.id}`, { role: 'contributor' })
    const shared = [{ id, title: 'For Otto', project: null }]
    expect((await asOutsider.get('/api/my-docs')).body.shared).toEqual(shared)
    const page = (await asOutsider.get(`/api/docs/${id}`)).body
    expect(page).toMatchObject({ access: 'write', project: { title: '' } })
    expect((await asLead.get('/api/my-docs')).body.shared).toEqual([])
    await asLead.delete(`/api/docs/${id}/grants/${outsider.id}`)
  })

  test('their favourites, for as long as they may read them', async () => {
    const [one, two] = [await newDoc('One'), await newDoc('Two')]
    const browser = await app.as(writer)
    for (const id of [two, one, two]) await browser.put(`/api/docs/${id}/favourite`, {})
    const titles = async () =>
      (await browser.get('/api/my-docs')).body.favourites.map((doc: { title: string }) => doc.title)
    expect(await titles()).toEqual(['Two', 'One'])
    expect((await asLead.get('/api/my-docs')).body.favourites).toEqual([])
    expect((await browser.get(`/api/docs/${one}`)).body.favourite).toBe(true)
    await asLead.patch(`/api/docs/${one}`, { restricted: true })
    expect(await titles()).toEqual(['Two'])
    await asLead.patch(`/api/docs/${one}`, { restricted: false })
    await browser.delete(`/api/docs/${two}/favourite`)
    expect(await titles()).toEqual(['One'])
  })

  test('what mentions a doc, as far as they may read that', async () => {
    const { db } = app.deps
    const [here, open, secret] = [
      await newDoc('Here'),
      await newDoc('Open'),
      await newDoc('Secret'),
    ]
    for (const fromId of [here, open, secret]) {
      await db.insert(docLinks).values({ fromId, toId: here })
    }
    await db.update(docs).set({ restricted: true }).where(eq(docs.id, secret))
    const titles = async (browser: Browser) =>
      (await browser.get(`/api/docs/${here}/backlinks`)).body.map(
        (doc: { title: string }) => doc.title,
      )
    expect((await titles(asLead)).sort()).toEqual(['Open', 'Secret'])
    expect(await titles(await app.as(writer))).toEqual(['Open'])
  })
})

describe('the library', () => {
  test('is read by everybody in the workspace but partners, and changed by nobody from elsewhere', async () => {
    const id = await newDoc('How we measure')
    expect((await asOutsider.get(`/api/docs/${id}`)).status).toBe(404)
    await asLead.patch(`/api/docs/${id}`, { inLibrary: true })
    const [listed] = (await asOutsider.get('/api/library')).body
    expect(listed).toMatchObject({ id, title: 'How we measure', project: null, template: false })
    expect((await asOutsider.get(`/api/docs/${id}`)).body).toMatchObject({ access: 'read' })
    expect(await admission(partner, id)).toBe('no-access')
    expect((await (await app.as(partner)).get('/api/library')).status).toBe(403)
    await asLead.patch(`/api/docs/${id}`, { inLibrary: false })
    expect(await admission(outsider, id)).toBe('no-access')
    expect((await asOutsider.get('/api/library')).body).toEqual([])
  })
})

describe('a public link', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  const share = async (id: string, days = 1) =>
    (await asLead.post(`/api/docs/${id}/links`, { expiresAt: inDays(days) })).body
  const anybody = () => app.browser()

  test('shows what the doc says to whoever has it, and its token to nobody again', async () => {
    const id = await newDoc('For all')
    const { token } = await share(id)
    const answer = await anybody().get(`/api/public/${token}`)
    expect(answer.body).toEqual({
      title: 'For all',
      body: { type: 'doc', content: [{ type: 'paragraph' }] },
    })
    expect(answer.headers.get('x-robots-tag')).toContain('noindex')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    const { links } = (await asLead.get(`/api/docs/${id}/access`)).body
    expect(links).toMatchObject([{ by: 'Lea Lead' }])
    const stored = JSON.stringify([links, await app.deps.db.select().from(docPublicLinks)])
    expect(stored).not.toContain(token)
  })

  test('that is revoked, over or never was, or whose doc is in the bin, all look the same', async () => {
    const [revoked, over, binned] = [await newDoc(), await newDoc(), await newDoc()]
    const tokens = { never: 'x'.repeat(43), revoked: '', over: '', binned: '' }
    const link = await share(revoked)
    tokens.revoked = link.token
    await asLead.delete(`/api/docs/${revoked}/links/${link.id}`)
    tokens.over = (await share(over)).token
    const expiresAt = new Date(Date.now() - 1)
    await app.deps.db
      .update(docPublicLinks)
      .set({ expiresAt })
      .where(eq(docPublicLinks.docId, over))
    tokens.binned = (await share(binned)).token
    await asLead.post(`/api/docs/${binned}/trash`)
    const answers = await Promise.all(
      Object.values(tokens).map((token) => anybody().get(`/api/public/${token}`)),
    )
    for (const { status, body } of answers) {
      expect({ status, body }).toEqual({ status: 404, body: answers[0]?.body })
    }
  })

  test('has an end, within a year', async () => {
    const id = await newDoc()
    for (const expiresAt of [inDays(-1), inDays(400), 'soon', undefined]) {
      const answer = await asLead.post(`/api/docs/${id}/links`, { expiresAt })
      expect([expiresAt, answer.status]).toEqual([expiresAt, 400])
    }
  })

  test('is revoked only through its own doc', async () => {
    const [id, other] = [await newDoc(), await newDoc()]
    const link = await share(id)
    expect((await asLead.delete(`/api/docs/${other}/links/${link.id}`)).status).toBe(404)
    expect((await anybody().get(`/api/public/${link.token}`)).status).toBe(200)
  })

  test('opens no file but those in its text', async () => {
    const id = await newDoc()
    const { token } = await share(id)
    const { workspaceId } = project
    const row = { workspaceId, roomId: id, name: 'a.png', mime: 'image/png', size: 1, sha256: 'ab' }
    const [file] = await app.deps.db
      .insert(files)
      .values({ ...row, createdBy: lead.id })
      .returning()
    const answer = await anybody().get(`/api/public/${token}/files/${file?.id}`)
    expect(answer.status).toBe(404)
  })

  test('is no way to guess: who asks too often is told to wait', async () => {
    const browser = anybody()
    const statuses: number[] = []
    for (let i = 0; i < 70; i++) statuses.push((await browser.get('/api/public/guess')).status)
    expect(statuses.at(-1)).toBe(429)
  })
})

test('those who run the workspace see every way into a doc, and close it, also once its project is archived', async () => {
  const archived = await makeProject(app.deps.db, lead)
  const { id } = await makeDoc(app.deps.db, archived, lead, 'Old plan')
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
  await asLead.put(`/api/docs/${id}/grants/${outsider.id}`, { role: 'viewer' })
  const { token, ...link } = (await asLead.post(`/api/docs/${id}/links`, { expiresAt })).body
  await asLead.post(`/api/projects/${archived.id}/archive`)
  const asOwner = await app.as(workspace.owner)
  const ways = async () => {
    const { body } = await asOwner.get('/api/grants')
    expect(JSON.stringify(body)).not.toContain(token)
    return body.filter((grant: { doc?: { id: string } }) => grant.doc?.id === id)
  }
  const doc = { id, title: 'Old plan', project: archived.title, archived: true }
  expect(await ways()).toMatchObject([
    { kind: 'doc', doc, person: { id: outsider.id }, role: 'viewer' },
    { kind: 'link', doc, id: link.id, by: 'Lea Lead', expiresAt },
  ])
  expect((await asOwner.delete(`/api/docs/${id}/grants/${outsider.id}`)).status).toBe(204)
  expect((await asOwner.delete(`/api/docs/${id}/links/${link.id}`)).status).toBe(204)
  expect(await ways()).toEqual([])
})
