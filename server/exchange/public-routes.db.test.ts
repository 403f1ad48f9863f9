import { docBody } from '@atelier/shared/docs/doc'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { makePictureIn } from '../testing/make-file'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
let owner: MadePerson
let lead: MadePerson
let asOwner: Browser
let asLead: Browser

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
  owner = workspace.owner
  lead = await makePerson(app.deps.db, workspace)
  asOwner = await app.as(owner)
  asLead = await app.as(lead)
})
afterAll(() => app.stop())

async function shared() {
  const project = await makeProject(app.deps.db, lead)
  const { id } = await makeDoc(app.deps.db, project, lead, 'For all')
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
  const { token } = (await asLead.post(`/api/docs/${id}/links`, { expiresAt })).body
  return { id, project, path: `/api/public/${token}` }
}
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
const ask = async (path: string, address = '10.0.0.1') => app.browser().fetch(path, from(address))

/** What may happen to a doc with a link, or to whoever made it. */
type Event = (doc: { id: string; project: MadeProject }) => Promise<unknown>
const events: [string, Event, boolean][] = [
  [
    'its doc is only for some now',
    ({ id }) => asLead.patch(`/api/docs/${id}`, { restricted: true }),
    true,
  ],
  [
    'its project is archived',
    ({ project }) => asLead.post(`/api/projects/${project.id}/archive`),
    true,
  ],
  [
    'whoever made it is suspended: it is the doc’s, and those who lead see and end it',
    async () => {
      const answer = await asOwner.patch(`/api/people/${lead.id}`, { suspended: true })
      expect(answer.status).toBe(200)
    },
    true,
  ],
  ['its doc is put into the bin', ({ id }) => asOwner.post(`/api/docs/${id}/trash`), false],
  [
    'its doc is moved by somebody who leads there',
    async ({ id }) => {
      const { id: projectId } = await makeProject(app.deps.db, owner)
      expect((await asOwner.post(`/api/docs/${id}/move`, { projectId })).status).toBe(204)
    },
    true,
  ],
  [
    'its doc is moved by somebody who does not',
    async ({ id, project }) => {
      const writer = await makePerson(app.deps.db, workspace)
      const to = await makeProject(app.deps.db, owner, { members: [[writer, 'contributor']] })
      await asOwner.put(`/api/projects/${project.id}/members/${writer.id}`, { role: 'contributor' })
      const answer = await (await app.as(writer)).post(`/api/docs/${id}/move`, { projectId: to.id })
      expect(answer.status).toBe(204)
    },
    false,
  ],
]

describe('a public link', () => {
  test.each(events)('when %s', async (_, happen, isOpen) => {
    lead = await makePerson(app.deps.db, workspace)
    asLead = await app.as(lead)
    const doc = await shared()
    expect((await ask(doc.path)).status).toBe(200)
    await happen(doc)
    expect((await ask(doc.path)).status).toBe(isOpen ? 200 : 404)
  })
})

describe('whoever reads by a public link', () => {
  test('has the doc read once, however often they ask for it and its pictures', async () => {
    const { id, path } = await shared()
    const file = (await makePictureIn(app, { id }, lead)).id
    const picture = new Y.XmlElement('picture')
    picture.setAttribute('file', file)
    await app.deps.rooms.edit(roomName('doc', id), (doc) => docBody(doc).insert(0, [picture]))
    const reads = vi.spyOn(app.deps.rooms, 'read')
    for (let i = 0; i < 5; i++) {
      expect((await ask(path)).status).toBe(200)
      expect((await ask(`${path}/files/${file}`)).status).toBe(200)
    }
    expect(reads).toHaveBeenCalledTimes(1)
  })

  test('reads what it says now', async () => {
    const { id, path } = await shared()
    expect(await (await ask(path)).text()).not.toContain('new words')
    await app.deps.rooms.edit(roomName('doc', id), (doc) => {
      const paragraph = new Y.XmlElement('paragraph')
      docBody(doc).insert(0, [paragraph])
      paragraph.insert(0, [new Y.XmlText('new words')])
    })
    expect(await (await ask(path)).text()).toContain('new words')
  })

  test('waits once the link is asked for too often, from however many addresses', async () => {
    const { path } = await shared()
    const other = await shared()
    const statuses = new Set<number>()
    for (let i = 0; i < 301; i++) statuses.add((await ask(path, `10.1.${i % 50}.${i}`)).status)
    expect([...statuses]).toEqual([200, 429])
    expect((await ask(other.path, '10.9.9.9')).status).toBe(200)
  })
})
