/** [S5] Sharing and taking back, while others have it open. */
import { docBody } from '@atelier/shared/docs/doc'
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { AccessChange } from '../access/access-changes'
import type { ProtocolClient } from '../bench/protocol-client'
import { wallClock } from '../sync/clock'
import { enterSection, sectionPath, textsUntil } from '../testing/enter-section'
import { type LiveApp, liveApp, type OpenSocket } from '../testing/live-app'
import { type MadePerson, type MadeWorkspace, makePerson, makeWorkspace } from '../testing/make'
import { makeCircle, makeEntry, makePair } from '../testing/make-journal'
import type { Browser } from '../testing/test-app'

let app: LiveApp
let workspace: MadeWorkspace
let mentee: MadePerson
let mentor: MadePerson
let pair: string
let asMentee: Browser
let reported: AccessChange[]

beforeAll(async () => {
  // For rooms time stands still: nobody is asked again but because a change was reported.
  vi.spyOn(wallClock, 'now').mockReturnValue(0)
  app = await liveApp()
  app.deps.accessChanges.onChange((one) => reported.push(one))
  workspace = await makeWorkspace(app.deps.db)
})
afterAll(async () => {
  await app.stop()
  vi.restoreAllMocks()
})

beforeEach(async () => {
  reported = []
  ;[mentee, mentor] = [await person(), await person()]
  pair = await makePair(app.deps.db, { mentee, mentor })
  asMentee = await app.as(mentee)
})

const person = () => makePerson(app.deps.db, workspace)
const write = async (client: ProtocolClient, words: string) => {
  docBody(client.doc).insert(0, [new Y.XmlText(words)])
  await client.settled()
}
const says = ({ doc }: ProtocolClient, words: string) => docBody(doc).toString().includes(words)

async function sentAway(client: ProtocolClient, roomId: string, personId: string) {
  await client.until(() => client.closedWith !== null)
  const isAbout = ({ personIds = [], roomIds = [] }: AccessChange) =>
    personIds.includes(personId) || roomIds.includes(roomId)
  expect(reported.some(isAbout)).toBe(true)
  return client.closedWith
}

async function entry(audience: 'private' | 'pair' = 'pair') {
  const made = await makeEntry(app.deps.db, mentee, pair, [audience])
  const [section = ''] = made.sections
  const own = `/api/journals/entries/${made.id}/sections/${section}`
  const share = (to: string) =>
    asMentee.put(`${own}/audience`, { audience: to, from: to === 'pair' ? 'private' : 'pair' })
  return { id: made.id, section, own, share }
}

test('sent twice, it is not shared again where it was taken back between', async () => {
  const { id, own } = await entry('private')
  const share = async (wish: object) => (await asMentee.put(`${own}/audience`, wish)).status
  const wish = { audience: 'pair', from: 'private', sharings: 0 }
  expect(await share(wish)).toBe(200)
  expect(await share(wish)).toBe(200)
  const read = async () => (await asMentee.get(`/api/journals/entries/${id}`)).body.sections
  expect(await read()).toMatchObject([{ shared: { sharings: 1 } }])
  expect(await share({ audience: 'private', from: 'pair', sharings: 1 })).toBe(200)
  const late = await asMentee.put(`${own}/audience`, wish)
  expect(late.status).toBe(409)
  expect(late.body.error.fields).toEqual([{ field: '', problem: 'shared-elsewhere' }])
  expect(await read()).toMatchObject([{ audience: 'private', shared: { sharings: 2 } }])
  expect(await share({ ...wish, sharings: 2 })).toBe(200)
})

describe('whoever has it open', () => {
  test('writes in it together with its author, and is out as soon as it is taken back', async () => {
    const { section, share } = await entry()
    const mias = await enterSection(app, mentee, section)
    const maxs = await enterSection(app, mentor, section)
    await write(mias, 'what I saw')
    await write(maxs, 'what did you feel')
    await mias.until(() => says(mias, 'what did you feel'))
    await share('private')
    expect(await sentAway(maxs, section, mentor.id)).toBe(closeCodes.noAccess)
    await write(mias, 'for myself')
    expect(mias.closedWith).toBe(null)
    expect(says(maxs, 'for myself')).toBe(false)
    await maxs.leave()
    await expect(entersNot(mentor, section)).resolves.toBe(closeCodes.noAccess)
    await share('pair')
    const again = await enterSection(app, mentor, section)
    expect(says(again, 'for myself')).toBe(true)
    for (const one of [mias, again]) await one.leave()
  })

  test.each([
    ['pause', closeCodes.accessChanged, 'read'],
    ['end', closeCodes.noAccess, null],
  ] as const)('is sent out when they %s', async (act, code, access) => {
    const { section } = await entry()
    const mias = await enterSection(app, mentee, section)
    const maxs = await enterSection(app, mentor, section)
    const asMentor = await app.as(mentor)
    expect((await asMentor.post(`/api/mentorships/${pair}/${act}`)).status).toBe(204)
    expect(await sentAway(maxs, section, mentor.id)).toBe(code)
    await maxs.leave()
    expect(mias.closedWith).toBe(null)
    if (access === null) expect(await entersNot(mentor, section)).toBe(closeCodes.noAccess)
    else {
      const again = await enterSection(app, mentor, section)
      expect(again.welcome?.access).toBe(access)
      await again.leave()
      await asMentor.post(`/api/mentorships/${pair}/resume`)
      const later = await enterSection(app, mentor, section)
      expect(later.welcome?.access).toBe('write')
      await later.leave()
    }
    await mias.leave()
  })

  test('is sent out when they leave the circle, and so are the others from what was theirs', async () => {
    const [ana, ben, cleo] = [await person(), await person(), await person()]
    const circle = await makeCircle(app.deps.db, [ana, ben, cleo])
    const [anas = ''] = (await makeEntry(app.deps.db, ana, circle, ['circle'])).sections
    const [bens = ''] = (await makeEntry(app.deps.db, ben, circle, ['circle'])).sections
    const benInAnas = await enterSection(app, ben, anas)
    const cleoInBens = await enterSection(app, cleo, bens)
    const cleoInAnas = await enterSection(app, cleo, anas)
    await (await app.as(ben)).post(`/api/mentorships/${circle}/leave`)
    expect(await sentAway(benInAnas, anas, ben.id)).toBe(closeCodes.noAccess)
    expect(await sentAway(cleoInBens, bens, cleo.id)).toBe(closeCodes.noAccess)
    expect(cleoInAnas.closedWith).toBe(null)
    for (const one of [benInAnas, cleoInBens, cleoInAnas]) await one.leave()
  })
})

test('learning runs both ways: a mentor shares a reflection of their own, and takes it back', async () => {
  const made = await makeEntry(app.deps.db, mentor, pair, ['private'])
  const [section = ''] = made.sections
  const asMentor = await app.as(mentor)
  const share = (audience: string, from: string) =>
    asMentor.put(`/api/journals/entries/${made.id}/sections/${section}/audience`, {
      ...{ audience, from },
    })
  const threads = `/api/sections/${section}/threads`
  const thread = { id: crypto.randomUUID(), body: [{ text: 'So did I' }], anchor: null, quote: '' }
  const entriesOf = async () => (await asMentee.get('/api/journals/entries?whose=others')).body
  expect(await entersNot(mentee, section)).toBe(closeCodes.noAccess)
  expect((await asMentee.post(threads, thread)).status).toBe(404)
  expect((await share('pair', 'private')).status).toBe(200)
  const maxs = await enterSection(app, mentor, section)
  const mias = await enterSection(app, mentee, section)
  await write(maxs, 'what I learned from her')
  await mias.until(() => says(mias, 'what I learned from her'))
  expect(JSON.stringify(await entriesOf())).toContain(made.id)
  expect((await asMentee.post(threads, thread)).status).toBe(201)
  expect((await asMentor.get(threads)).body.threads).toMatchObject([{ id: thread.id }])
  expect((await asMentor.get('/api/me/inbox')).body.items).toMatchObject([
    { kind: 'commented', place: { id: section, isOwn: true } },
  ])
  expect((await share('private', 'pair')).status).toBe(200)
  expect(await sentAway(mias, section, mentee.id)).toBe(closeCodes.noAccess)
  expect(maxs.closedWith).toBe(null)
  expect((await asMentee.get(threads)).status).toBe(404)
  expect(JSON.stringify(await entriesOf())).not.toContain(made.id)
  expect((await asMentor.get(threads)).body.threads).toHaveLength(1)
  for (const one of [mias, maxs]) await one.leave()
})

/** The code with which somebody is turned away. */
async function entersNot(one: MadePerson, id: string): Promise<number> {
  return app.open(sectionPath(id), await app.signedIn(one)).closed()
}

/** Everything a socket says until `holds`. */
async function bytesUntil(socket: OpenSocket, holds: (all: string) => boolean): Promise<string> {
  let all = ''
  while (!holds(all)) {
    const heard = await socket.next()
    if (!('bytes' in heard)) throw new Error(`heard ${JSON.stringify(heard)}`)
    all += Buffer.from(heard.bytes).toString('latin1')
  }
  return all
}

test('[S18] what its author deleted before they shared it is not among what is sent', async () => {
  const { section, share } = await entry('private')
  const mias = await enterSection(app, mentee, section)
  await write(mias, 'regretted words')
  docBody(mias.doc).delete(0, 1)
  await write(mias, 'what stays')
  await share('pair')
  const maxs = app.open(sectionPath(section), await app.signedIn(mentor))
  await maxs.opened
  maxs.socket.send(Uint8Array.of(0, 0, 1, 0))
  const sent = await bytesUntil(maxs, (all) => all.includes('what stays'))
  expect(sent).not.toContain('regretted')
  maxs.socket.close()
  await mias.leave()
})

describe('a notice', () => {
  async function listening(one: MadePerson) {
    const socket = app.open('/ws/notices', await app.signedIn(one))
    await socket.opened
    return socket
  }
  /** What is heard until the workspace is renamed: whoever has that has had everything before. */
  async function heardBy(socket: OpenSocket): Promise<unknown[]> {
    const texts = await textsUntil(socket, (text) => text.includes('"workspace"'))
    return texts.slice(0, -1).map((text) => JSON.parse(text))
  }
  const rename = async () =>
    (await app.as(workspace.owner)).patch('/api/workspace', { name: crypto.randomUUID() })

  test('of sharing reaches who reads it, and names it by nothing but its id', async () => {
    const { id, share } = await entry('private')
    const people = [mentee, mentor, await person(), workspace.owner]
    const sockets = await Promise.all(people.map(listening))
    await share('pair')
    await rename()
    const told = await Promise.all(sockets.map(heardBy))
    const shared = [{ what: 'journals', id }]
    expect(told).toEqual([shared, shared, [], []])
    for (const { socket } of sockets) socket.close()
  })

  test('of what is private reaches its author alone', async () => {
    const { id, own } = await entry('private')
    const people = [mentee, mentor, workspace.owner]
    const sockets = await Promise.all(people.map(listening))
    await asMentee.patch(own, { prompt: 'Why?' })
    await rename()
    const told = await Promise.all(sockets.map(heardBy))
    expect(told).toEqual([[{ what: 'journals', id }], [], []])
    for (const { socket } of sockets) socket.close()
  })
})
