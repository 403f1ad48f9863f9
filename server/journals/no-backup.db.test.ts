/** What the house is taken along as: nobody gets a journal that is not their own, whatever they run here. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { docBody } from '@atelier/shared/docs/doc'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { unzip } from '../exchange/reading/unzip'
import { root } from '../launch/root.mjs'
import { routesOf } from '../testing/every-route'
import {
  type MadePerson,
  type MadeProject,
  makeDoc,
  makePerson,
  makeProject,
  makeThread,
  makeWorkspace,
} from '../testing/make'
import { makeEntry, makePair } from '../testing/make-journal'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let people: MadePerson[]
let mentee: MadePerson
let project: MadeProject

async function write(kind: 'doc' | 'section', id: string, words: string): Promise<void> {
  await app.deps.rooms.edit(roomName(kind, id), (doc) => {
    const line = new Y.XmlElement('paragraph')
    line.insert(0, [new Y.XmlText(words)])
    docBody(doc).insert(0, [line])
  })
}

beforeAll(async () => {
  app = await testApp()
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const [admin, mentor] = [
    await makePerson(db, workspace, { role: 'admin' }),
    await makePerson(db, workspace),
  ]
  mentee = await makePerson(db, workspace)
  people = [workspace.owner, admin, mentor]
  project = await makeProject(db, workspace.owner, {
    members: [
      [mentee, 'contributor'],
      [mentor, 'contributor'],
    ],
  })
  const doc = await makeDoc(db, project, mentee)
  await write('doc', doc.id, 'said in a doc')
  await makeThread(db, doc, mentee, 'said beside a doc')
  const pair = await makePair(db, { mentee, mentor })
  const words = { title: 'title of an entry', prompt: 'prompt of a section' }
  const { sections } = await makeEntry(db, mentee, pair, ['private', 'pair'], words)
  for (const id of sections) {
    await write('section', id, 'said in a journal')
    await makeThread(db, { id }, mentee, 'said in a margin')
  }
})
afterAll(() => app.stop())

test('there is no way to take all of a workspace along, neither a route nor a command', () => {
  const ways = /backup|export|download|dump|snapshot|zip/
  expect(routesOf(app).filter((route) => ways.test(route))).toEqual([
    'GET /api/journals/export',
    'GET /api/workshops/:workshopId/export',
    'GET /api/training/records/:recordId/export',
    'GET /api/docs/:id/export',
    'GET /api/projects/:id/export',
    'GET /api/boards/:id/export',
  ])
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(Object.keys(scripts).filter((name) => ways.test(name))).toEqual([])
})

test('what an owner, an admin or a mentor takes along of a project holds no word of a journal', async () => {
  for (const one of people) {
    const answer = await (await app.as(one)).fetch(`/api/projects/${project.id}/export`)
    expect(answer.status).toBe(200)
    const { files } = await unzip(new Uint8Array(await answer.arrayBuffer()))
    const all = [...files].map(([name, bytes]) => name + Buffer.from(bytes).toString()).join('\n')
    expect(all).toContain('said in a doc')
    expect(all).toContain('said beside a doc')
    for (const words of ['in a journal', 'in a margin', 'title of an entry', 'prompt of a section'])
      expect(all).not.toContain(words)
  }
})

test('what each of them takes along as their own journal is empty', async () => {
  for (const one of people) {
    const answer = await (await app.as(one)).get('/api/journals/export?format=json')
    expect(answer.body.entries).toEqual([])
    expect(JSON.stringify(answer.body)).not.toContain('said in a')
  }
  const own = await (await app.as(mentee)).get('/api/journals/export?format=json')
  expect(JSON.stringify(own.body)).toContain('said in a margin')
})
