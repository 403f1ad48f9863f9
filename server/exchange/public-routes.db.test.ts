import { docBody } from '@atelier/shared/docs/doc'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { type MadePerson, makeDoc, makeProject, makeWorkspace } from '../testing/make'
import { makePictureIn } from '../testing/make-file'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let lead: MadePerson
let asLead: Browser

beforeAll(async () => {
  app = await testApp()
  lead = (await makeWorkspace(app.deps.db)).owner
  asLead = await app.as(lead)
})
afterAll(() => app.stop())

async function shared() {
  const project = await makeProject(app.deps.db, lead)
  const { id } = await makeDoc(app.deps.db, project, lead, 'For all')
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
  const { token } = (await asLead.post(`/api/docs/${id}/links`, { expiresAt })).body
  return { id, path: `/api/public/${token}` }
}
const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
const ask = async (path: string, address = '10.0.0.1') => app.browser().fetch(path, from(address))

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
