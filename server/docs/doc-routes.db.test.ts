import { docBody, docTitle } from '@atelier/shared/docs/doc'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { admitFrom } from '../access/admit'
import { roomUpdates } from '../db/log-tables'
import { rooms } from '../db/tables'
import { putMember } from '../projects/project-change-queries'
import { insertRoom } from '../projects/room-queries'
import {
  type MadePerson,
  type MadeProject,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { writeDocSummary } from './doc-summary'

let app: TestApp
let lead: MadePerson
let viewer: MadePerson
let project: MadeProject
let organisation: string

beforeAll(async () => {
  app = await testApp()
  const workspace = await makeWorkspace(app.deps.db)
  organisation = workspace.organisationId
  lead = await makePerson(app.deps.db, workspace)
  viewer = await makePerson(app.deps.db, workspace)
  project = await makeProject(app.deps.db, lead, { members: [[viewer, 'viewer']] })
})
afterAll(() => app.stop())

async function storedDoc(id: string): Promise<Y.Doc> {
  const rows = await app.deps.db.select().from(roomUpdates)
  const doc = new Y.Doc()
  for (const row of rows) if (row.roomId === id) Y.applyUpdate(doc, row.bytes)
  return doc
}

describe('a new doc', () => {
  test('[S13] is there with its first content, and its author', async () => {
    const title = 'Why the scrap? <b>__proto__</b>'
    const made = await (await app.as(lead)).post(`/api/projects/${project.id}/docs`, { title })
    expect(made.body).toEqual({ id: expect.any(String), title })
    expect(docTitle(await storedDoc(made.body.id)).toString()).toBe(title)
  })

  test('[S13] is made whole or not at all', async () => {
    const before = await app.deps.db.select().from(rooms)
    const failing = insertRoom(
      app.deps.db,
      {
        workspaceId: project.workspaceId,
        projectId: project.id,
        kind: 'doc',
        createdBy: lead.id,
        update: new Uint8Array([0, 0]),
      },
      () => Promise.reject(new Error('disk full')),
    )
    await expect(failing).rejects.toThrow('disk full')
    expect(await app.deps.db.select().from(rooms)).toEqual(before)
  })

  test('has no title until somebody writes one, in no language', async () => {
    const browser = await app.as(lead)
    const { body, status } = await browser.post(`/api/projects/${project.id}/docs`, { title: '  ' })
    expect({ status, title: body.title }).toEqual({ status: 201, title: '' })
    expect((await browser.get(`/api/docs/${body.id}`)).body.title).toBe('')
    expect(docTitle(await storedDoc(body.id)).toString()).toBe('')
  })

  test('has a title of a sensible length, if any', async () => {
    const browser = await app.as(lead)
    for (const wish of [{ title: 'x'.repeat(201) }, {}]) {
      const answer = await browser.post(`/api/projects/${project.id}/docs`, wish)
      expect(answer.status).toBe(400)
    }
  })
})

test('a doc begun without a network is made once, however often it is sent', async () => {
  const browser = await app.as(lead)
  const wish = { id: crypto.randomUUID(), title: '' }
  const send = (who = browser, place = project) => who.post(`/api/projects/${place.id}/docs`, wish)
  expect(await send()).toMatchObject({ status: 201, body: wish })
  expect(await send()).toMatchObject({ status: 201, body: wish })
  expect(docBody(await storedDoc(wish.id)).length).toBe(1)
  const elsewhere = await makeProject(app.deps.db, lead)
  expect((await send(browser, elsewhere)).status).toBe(409)
  const colleague = await makePerson(app.deps.db, {
    id: project.workspaceId,
    organisationId: organisation,
  })
  await putMember(app.deps.db, project, colleague.id, 'contributor')
  expect((await send(await app.as(colleague))).status).toBe(409)
})

test('what a doc holds can be taken along by whoever reads it, without joining', async () => {
  const doc = await makeDoc(app.deps.db, project, lead, 'To go')
  const ask = async (person: MadePerson) =>
    (await app.as(person)).get(`/api/docs/${doc.id}/content`)
  expect((await ask(viewer)).headers.get('content-type')).toBe('application/octet-stream')
  const outsider = await makePerson(app.deps.db, {
    id: project.workspaceId,
    organisationId: organisation,
  })
  expect((await ask(outsider)).status).toBe(404)
})

test('a doc’s own page says where it belongs and how one may come in', async () => {
  const doc = await makeDoc(app.deps.db, project, lead, 'Problem')
  const page = async (person: MadePerson) =>
    (await (await app.as(person)).get(`/api/docs/${doc.id}`)).body
  expect(await page(lead)).toEqual({
    id: doc.id,
    title: 'Problem',
    access: 'write',
    project: {
      id: project.id,
      title: project.title,
      workspaceId: project.workspaceId,
      role: 'lead',
      archived: false,
    },
    rights: {
      kind: 'doc',
      workspaceId: project.workspaceId,
      project: { role: 'lead', archived: false },
      grant: null,
      restricted: false,
      inLibrary: false,
      trashed: false,
    },
    above: [],
    template: false,
    favourite: false,
  })
  expect(await page(viewer)).toMatchObject({ access: 'read', project: { role: 'viewer' } })
  expect((await (await app.as(lead)).get(`/api/boards/${doc.id}`)).status).toBe(404)
})

test('the page and the door agree on who may write', async () => {
  const doc = await makeDoc(app.deps.db, project, lead)
  const admit = admitFrom(app.deps.db)
  for (const person of [lead, viewer]) {
    const { session } = await app.deps.sessions.create(person.id, '')
    const admission = await admit({ sessionId: session.id, personId: person.id }, `doc:${doc.id}`)
    const { body } = await (await app.as(person)).get(`/api/docs/${doc.id}`)
    expect(admission).toMatchObject({ kind: 'admitted', access: body.access })
  }
})

test('lists learn a doc’s title and beginning when its room is quiet', async () => {
  const made = await makeDoc(app.deps.db, project, lead, 'Draft')
  const doc = await storedDoc(made.id)
  expect(await writeDocSummary(app.deps.db, made.id, doc)).toBe(false)
  docTitle(doc).insert(0, 'Better \u0000')
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('Twelve of a hundred parts are scrap.')])
  docBody(doc).insert(0, [paragraph])
  expect(await writeDocSummary(app.deps.db, made.id, doc)).toBe(true)
  const { body } = await (await app.as(viewer)).get(`/api/projects/${project.id}`)
  const listed = body.docs.find(({ id }: { id: string }) => id === made.id)
  expect(listed).toMatchObject({
    title: 'Better Draft',
    excerpt: 'Twelve of a hundred parts are scrap.',
  })
})
