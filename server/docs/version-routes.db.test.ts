import { docBody } from '@atelier/shared/docs/doc'
import { incompleteHeader, type VersionPage, type Writers } from '@atelier/shared/docs/version'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { postgresRoomStore } from '../db/postgres-room-store'
import {
  type MadePerson,
  type MadeProject,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { type TestDatabase, testDatabase } from '../testing/test-database'

let database: TestDatabase
let app: TestApp
let ann: MadePerson
let ben: MadePerson
let viewer: MadePerson
let project: MadeProject
let doc: string
let annsBrowser: Browser

beforeAll(async () => {
  database = await testDatabase()
  app = await testApp({ database })
  const workspace = await makeWorkspace(app.deps.db)
  ann = await makePerson(app.deps.db, workspace, { name: 'Ann' })
  ben = await makePerson(app.deps.db, workspace, { name: 'Ben' })
  viewer = await makePerson(app.deps.db, workspace)
  project = await makeProject(app.deps.db, ann, {
    members: [
      [ben, 'contributor'],
      [viewer, 'viewer'],
    ],
  })
  annsBrowser = await app.as(ann)
})
afterAll(async () => {
  await app.stop()
  await database.close()
})
beforeEach(async () => {
  doc = (await makeDoc(app.deps.db, project, ann, 'Plan')).id
  await database.pool.query(
    `update room_updates set created_at = now() - interval '1 day' where room_id = $1`,
    [doc],
  )
})

async function write(person: MadePerson, words: string, minutesAgo = 0): Promise<void> {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  const add = (live: Y.Doc) => docBody(live).push([paragraph])
  await app.deps.rooms.edit(roomName('doc', doc), add, person.id)
  await database.pool.query(
    `update room_updates set created_at = now() - $2 * interval '1 minute'
     where seq = (select max(seq) from room_updates where room_id = $1)`,
    [doc, minutesAgo],
  )
}

const squash = () =>
  postgresRoomStore(database.pool, { log: { warn: () => {}, error: () => {} } }).squash(doc)

async function versions(browser = annsBrowser, query = ''): Promise<VersionPage> {
  return (await browser.get(`/api/docs/${doc}/versions${query}`)).body
}

async function textOf(seq: number): Promise<string[]> {
  const response = await app.app.request(`/api/docs/${doc}/versions/${seq}`, {
    headers: { cookie: await cookieOf(ann) },
  })
  expect(response.headers.get(incompleteHeader)).toBeNull()
  const then = new Y.Doc()
  Y.applyUpdate(then, new Uint8Array(await response.arrayBuffer()))
  return docBody(then)
    .toArray()
    .map((block) => (block as Y.XmlElement).toString().replace(/<[^>]*>/g, ''))
}

async function cookieOf(person: MadePerson): Promise<string> {
  const { token } = await app.deps.sessions.create(person.id, 'test')
  return `${app.deps.cookie.name}=${token}`
}

describe.each(['in the log', 'squashed'])('the versions of a doc, %s', (where) => {
  const settle = () => (where === 'squashed' ? squash() : undefined)

  test('are told by what was written in one go, the newest first, with who wrote it', async () => {
    await write(ann, 'One', 180)
    await write(ben, 'Two', 179)
    await settle()
    await write(ben, 'Three', 60)
    await write(ben, 'Four', 0)
    await settle()
    const { sessions, people, next } = await versions()
    const nameOf = (id: string) => people.find((person) => person.id === id)?.name
    expect(sessions.map((session) => session.people.map(nameOf).sort())).toEqual([
      ['Ben'],
      ['Ben'],
      ['Ann', 'Ben'],
      ['Ann'],
    ])
    expect(next).toBeNull()
    expect(await textOf(sessions[0]?.seq ?? 0)).toEqual(['', 'One', 'Two', 'Three', 'Four'])
    expect(await textOf(sessions[1]?.seq ?? 0)).toEqual(['', 'One', 'Two', 'Three'])
    expect(await textOf(sessions[2]?.seq ?? 0)).toEqual(['', 'One', 'Two'])
  })

  test('tell who wrote and who deleted what came between two', async () => {
    await write(ann, 'One', 60)
    const before = (await versions()).sessions[0]?.seq ?? 0
    await write(ben, 'Two')
    await settle()
    const now = (await versions()).sessions[0]?.seq ?? 0
    const answer = await annsBrowser.get(`/api/docs/${doc}/versions/${now}/writers?since=${before}`)
    const { people, written, deleted }: Writers = answer.body
    expect(people.map(({ name }) => name)).toEqual(['Ben'])
    expect(written.every(([, , length, person]) => person === 0 && length >= 3)).toBe(true)
    expect(written).toHaveLength(1)
    expect(deleted).toEqual([])
  })

  test('get a name, another one, and lose it', async () => {
    await write(ann, 'One', 60)
    await write(ann, 'Two', 0)
    await settle()
    const seq = (await versions()).sessions[1]?.seq ?? 0
    for (const name of ['  Agreed ', 'Agreed with Ben']) {
      const named = await annsBrowser.put(`/api/docs/${doc}/versions/${seq}/name`, { name })
      expect(named.status).toBe(204)
    }
    await squash()
    const { sessions, people } = await versions()
    expect(sessions.filter(({ name }) => name)).toMatchObject([
      { seq, name: { name: 'Agreed with Ben', by: ann.id } },
    ])
    expect(people.map(({ id }) => id)).toContain(ann.id)
    expect((await annsBrowser.delete(`/api/docs/${doc}/versions/${seq}/name`)).status).toBe(204)
    expect((await versions()).sessions.every(({ name }) => name === null)).toBe(true)
  })
})

test('a version that was named stays one, while people go on at once', async () => {
  await write(ann, 'One')
  const seq = (await versions()).sessions[0]?.seq ?? 0
  await annsBrowser.put(`/api/docs/${doc}/versions/${seq}/name`, { name: 'One' })
  await write(ann, 'Two')
  await write(ben, 'Three')
  await squash()
  const { sessions } = await versions()
  expect(sessions.map(({ name }) => name?.name)).toContain('One')
  expect(await textOf(seq)).toEqual(['', 'One'])
})

test('who may only read a doc reads its past, and names nothing', async () => {
  await write(ann, 'One')
  const browser = await app.as(viewer)
  const [{ seq } = { seq: 0 }] = (await versions(browser)).sessions
  expect((await browser.get(`/api/docs/${doc}/versions/${seq}`)).status).toBe(200)
  const named = await browser.put(`/api/docs/${doc}/versions/${seq}/name`, { name: 'Mine' })
  expect([named.status, named.error?.code]).toEqual([403, 'forbidden'])
  expect((await browser.delete(`/api/docs/${doc}/versions/${seq}/name`)).status).toBe(403)
})

test('what a doc was becomes a doc of its own, for who may make docs', async () => {
  await write(ann, 'Early words', 60)
  await write(ann, 'Late words')
  await squash()
  const seq = (await versions()).sessions[1]?.seq
  const { status, body } = await annsBrowser.post(`/api/docs/${doc}/versions/${seq}/copy`)
  expect(status).toBe(201)
  const copy = await app.deps.rooms.read(roomName('doc', body.id))
  expect(Buffer.from(copy).includes('Early words')).toBe(true)
  expect(Buffer.from(copy).includes('Late words')).toBe(false)
  const refused = await (await app.as(viewer)).post(`/api/docs/${doc}/versions/${seq}/copy`)
  expect(refused.status).toBe(403)
})

test('places that are none are not found', async () => {
  for (const place of ['0x1', '-1', '99999999999999999', '9007199254740991', 'now', '1.5']) {
    const answer = await annsBrowser.get(`/api/docs/${doc}/versions/${place}`)
    expect([place, answer.status]).toEqual([place, 404])
    const named = await annsBrowser.put(`/api/docs/${doc}/versions/${place}/name`, { name: 'x' })
    expect([place, named.status]).toEqual([place, 404])
  }
  for (const name of ['', '   ', 'x'.repeat(121)]) {
    const answer = await annsBrowser.put(`/api/docs/${doc}/versions/1/name`, { name })
    expect(answer.status).toBe(400)
  }
})

test('a version of which something is damaged is not shown as if it were whole', async () => {
  await write(ann, 'One', 60)
  await write(ann, 'Two', 0)
  await squash()
  const { sessions } = await versions()
  await database.pool.query(
    `update room_history set bytes = set_bit(bytes, 30, 1 - get_bit(bytes, 30)) where room_id = $1`,
    [doc],
  )
  const answer = await annsBrowser.get(`/api/docs/${doc}/versions/${sessions[1]?.seq}`)
  expect(answer.error?.code).toBe('conflict')
  expect(await textOf(sessions[0]?.seq ?? 0)).toEqual(['', 'One', 'Two'])
})

test('a long past is told page by page, and nothing twice', async () => {
  await database.pool.query(
    `update room_updates set created_at = now() - interval '2 years' where room_id = $1`,
    [doc],
  )
  await database.pool.query(`select setval('room_updates_seq_seq', 100000)`)
  await write(ann, 'One')
  await database.pool.query(
    `insert into room_history (room_id, first_seq, last_seq, bytes, checksum, person_id, begun_at, ended_at)
     select $1, nth, nth, '\\x0000', 0, $2, at, at
     from generate_series(1001, 5500) nth, lateral (select now() - (9000 - nth) * interval '1 hour' as at) a`,
    [doc, ann.id],
  )
  const seen: number[] = []
  for (let next: number | null | undefined; next !== null; ) {
    const page: VersionPage = await versions(
      annsBrowser,
      next === undefined ? '' : `?before=${next}`,
    )
    seen.push(...page.sessions.map(({ seq }) => seq))
    next = page.next
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBe(4502)
})
