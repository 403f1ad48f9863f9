import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { exportFormats, type Imported } from '@atelier/shared/exchange/exchange'
import { manifest } from '@atelier/shared/exchange/manifest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertDoc } from '../docs/doc-queries'
import { insertFile } from '../files/file-queries'
import { keepFile } from '../files/store-file'
import { type MadePerson, type MadeProject, makeProject, makeWorkspace } from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { unzip } from './reading/unzip'

let app: TestApp
let project: MadeProject
let browser: Browser
let owner: MadePerson
let docId: string
let lost: string

beforeAll(async () => {
  app = await testApp()
  owner = (await makeWorkspace(app.deps.db)).owner
  project = await makeProject(app.deps.db, owner)
  browser = await app.as(owner)
  const { workspaceId, id: projectId } = project
  docId = crypto.randomUUID()
  const ids = [crypto.randomUUID(), crypto.randomUUID()]
  const attachment = (file: string) => ({ type: 'attachment', attrs: { file, name: 'a.txt' } })
  const update = newDocUpdate({
    title: 'Plan',
    body: { type: 'doc', content: [...ids.map(attachment), { type: 'paragraph' }] },
  })
  await insertDoc(app.deps.db, 'Plan', {
    id: docId,
    workspaceId,
    projectId,
    createdBy: owner.id,
    update,
  })
  for (const [at, id] of ids.entries()) {
    const bytes = Buffer.from(`file ${at}`)
    const kept = await keepFile(app.deps, { workspaceId, name: `file ${at}.txt`, bytes })
    const row = { ...kept, id, roomId: docId, createdBy: owner.id }
    await insertFile(app.deps.db, row)
    if (at === 0) await app.deps.files.drop({ workspaceId, sha256: kept.sha256 })
  }
  lost = ids[0] ?? ''
})
afterAll(() => app.stop())

test('a project goes out without what the store has lost, and says what that is', async () => {
  const response = await browser.fetch(`/api/projects/${project.id}/export`)
  const { files } = await unzip(new Uint8Array(await response.arrayBuffer()))
  const text = (name: string) => new TextDecoder().decode(files.get(name))
  expect([...files.keys()].filter((name) => name.startsWith('attachments'))).toEqual([
    'attachments/file 1.txt',
  ])
  expect(manifest.parse(JSON.parse(text('atelier.json'))).missing).toEqual([lost])
  expect(text('README.txt')).toContain('- attachments/file 0.txt')
})

test.each(exportFormats)('so does a doc, as %s', async (format) => {
  const response = await browser.fetch(`/api/docs/${docId}/export?format=${format}`)
  expect(response.status).toBe(200)
  expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(20)
})

test('a doc of which only lost files are left comes in again, empty', async () => {
  const { workspaceId, id: projectId } = project
  const file = { type: 'attachment', attrs: { file: lost, name: 'a.txt' } }
  const body = { type: 'doc', content: [{ type: 'blockquote', content: [file] }] }
  const createdBy = owner.id
  const room = { workspaceId, projectId, createdBy, update: newDocUpdate({ title: 'Bare', body }) }
  await insertDoc(app.deps.db, 'Bare', room)
  const response = await browser.fetch(`/api/projects/${projectId}/export`)
  const into = await makeProject(app.deps.db, owner)
  const brought = await browser.fetch(`/api/projects/${into.id}/import`, {
    method: 'POST',
    body: (await response.arrayBuffer()) as BodyInit,
  })
  expect(brought.status).toBe(201)
  const { docs } = (await brought.json()) as Imported
  expect(docs.map(({ title }) => title)).toEqual(['Plan', 'Bare'])
})
