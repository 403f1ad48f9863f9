/** What is said in the margin of a section. */
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { comments } from '../db/comment-tables'
import { changeState } from '../mentorships/mentorship-change-queries'
import { words } from '../testing/comment-stage'
import { textsUntil } from '../testing/enter-section'
import { makePerson } from '../testing/make'
import { makePair } from '../testing/make-journal'
import {
  app,
  asMentee,
  asMentor,
  entry,
  mentee,
  mentor,
  onPairStage,
  pair,
  person,
  share,
  workspace,
} from '../testing/pair-stage'
import type { Browser } from '../testing/test-app'

let asOwner: Browser
/** Addresses of what is said in what is for the pair, and in what is not. */
let shared: string
let kept: string

onPairStage(['pair', 'private'])
beforeEach(async () => {
  asOwner = await app.as(workspace.owner)
  ;[shared, kept] = entry.sections.map((id) => `/api/sections/${id}/threads`) as [string, string]
})

const said = (text: string) => ({ id: crypto.randomUUID(), body: words(text) })
const begun = (text: string) => ({ ...said(text), anchor: null, quote: '' })

async function begin(who: Browser, threads: string, text = 'A question') {
  const thread = begun(text)
  const { status } = await who.post(threads, thread)
  return { status, id: thread.id, at: `${threads}/${thread.id}` }
}

const unshare = () => share('private', 'pair')

describe('in a section for the pair', () => {
  test('the mentor says something, the author answers, and each reads both', async () => {
    const thread = await begin(asMentor, shared, 'What did you see?')
    expect(thread.status).toBe(201)
    expect((await asMentee.post(`${thread.at}/comments`, said('A crack'))).status).toBe(201)
    for (const who of [asMentee, asMentor]) {
      const { threads, people } = (await who.get(shared)).body
      const bodies = threads[0].comments.map((one: { body: unknown }) => one.body)
      expect(bodies).toEqual([words('What did you see?'), words('A crack')])
      expect(people.map(({ name }: { name: string }) => name).sort()).toEqual([
        'Max Mentor',
        'Mia Mentee',
      ])
    }
  })

  test('nobody else finds any of it, also who runs the workspace', async () => {
    const { at } = await begin(asMentor, shared)
    const one = `${at}/comments/${at.split('/').at(-1)}`
    for (const path of [shared, shared.replace('threads', 'readers')])
      expect((await asOwner.get(path)).status).toBe(404)
    expect((await begin(asOwner, shared)).status).toBe(404)
    expect((await asOwner.post(`${at}/resolve`)).status).toBe(404)
    expect((await asOwner.post(`${at}/comments`, said('Hello'))).status).toBe(404)
    expect((await asOwner.delete(one)).status).toBe(404)
  })

  test('only its people can be called by name', async () => {
    const other = await makePerson(app.deps.db, workspace, { name: 'Olga Other' })
    const readers = (await asMentor.get(shared.replace('threads', 'readers'))).body
    expect(readers.map(({ name }: { name: string }) => name)).toEqual(['Max Mentor', 'Mia Mentee'])
    const thread = begun('')
    const body = [
      { person: mentee.id, name: 'Somebody' },
      { text: ' and ' },
      { person: other.id, name: 'Olga Other' },
    ]
    await asMentor.post(shared, { ...thread, body })
    expect((await asMentee.get(shared)).body.threads[0].comments[0].body).toEqual([
      { person: mentee.id, name: 'Mia Mentee' },
      { text: ' and ' },
      { text: '@Olga Other' },
    ])
  })

  test('each changes their own words alone; whose journal it is takes out any', async () => {
    const [theirs, own] = [await begin(asMentor, shared), await begin(asMentee, shared)]
    const first = ({ at, id }: { at: string; id: string }) => `${at}/comments/${id}`
    expect((await asMentee.patch(first(theirs), { body: words('No') })).status).toBe(403)
    expect((await asMentor.delete(first(own))).status).toBe(403)
    expect((await asMentee.delete(first(theirs))).status).toBe(204)
    expect((await asMentor.get(shared)).body.threads).toHaveLength(1)
  })

  test('a thread of one section is not found through another', async () => {
    const { at, id } = await begin(asMentor, shared)
    expect((await asMentee.post(`${kept}/${id}/resolve`)).status).toBe(404)
    expect((await asMentee.post(`${at}/resolve`)).status).toBe(204)
  })

  test('while the mentorship rests the mentor reads, and says nothing more', async () => {
    const { at } = await begin(asMentor, shared)
    await changeState(app.deps.db, pair, 'paused')
    expect((await asMentor.get(shared)).body.threads).toHaveLength(1)
    expect((await asMentor.post(`${at}/comments`, said('And?'))).status).toBe(403)
    expect((await asMentee.post(`${at}/comments`, said('Later'))).status).toBe(201)
  })

  test('taken back, it is its author’s alone at once, with what was said about it', async () => {
    const { at } = await begin(asMentor, shared)
    await unshare()
    expect((await asMentor.get(shared)).status).toBe(404)
    expect((await asMentor.post(`${at}/comments`, said('Still there?'))).status).toBe(404)
    expect((await asMentee.get(shared)).body.threads).toHaveLength(1)
  })

  test('erased, nothing that was said about it is left', async () => {
    const { id } = await begin(asMentor, shared)
    await asMentee.delete(`/api/journals/entries/${entry.id}/sections/${entry.sections[0]}`)
    expect(await app.deps.db.select().from(comments).where(eq(comments.id, id))).toEqual([])
  })
})

test('whoever it is shared with later reads nothing of what was said before, and cannot reach it', async () => {
  const { db } = app.deps
  const ofFirst = await begin(asMentor, shared, 'Between you and me')
  expect((await unshare()).status).toBe(200)
  const toOneself = await begin(asMentee, shared, 'I am not sure about him')
  const second = await person()
  const other = await makePair(db, { mentee, mentor: second })
  const at = `/api/journals/entries/${entry.id}`
  expect((await asMentee.patch(at, { mentorshipId: other })).status).toBe(200)
  await share('pair', 'private')
  const asSecond = await app.as(second)
  expect((await asSecond.get(shared)).body).toEqual({ threads: [], people: [] })
  for (const { at: thread } of [ofFirst, toOneself]) {
    expect((await asSecond.post(`${thread}/comments`, said('Hm'))).status).toBe(404)
    expect((await asSecond.post(`${thread}/resolved`)).status).toBe(404)
  }
  const since = await begin(asSecond, shared, 'What did you see?')
  expect(since.status).toBe(201)
  expect((await asSecond.get(shared)).body.threads).toHaveLength(1)
  expect((await asMentee.get(shared)).body.threads).toHaveLength(3)
})

test('in a private section its author says something to themself', async () => {
  expect((await begin(asMentee, kept)).status).toBe(201)
  expect((await begin(asMentor, kept)).status).toBe(404)
})

test('a notice reaches who reads the section now, and nobody else', async () => {
  const end = (who: Browser) => who.patch('/api/me', { name: 'Somebody' })
  const sockets = {
    mentee: app.open('/ws/notices', await app.signedIn(mentee)),
    mentor: app.open('/ws/notices', await app.signedIn(mentor)),
    owner: app.open('/ws/notices', await app.signedIn(workspace.owner)),
  }
  await Promise.all(Object.values(sockets).map(({ opened }) => opened))
  await begin(asMentor, shared)
  await begin(asMentee, kept)
  await Promise.all([end(asMentee), end(asMentor), end(asOwner)])
  const heard = async (socket: keyof typeof sockets) =>
    (await textsUntil(sockets[socket], (text) => text.includes('"session"')))
      .map((text) => JSON.parse(text))
      .filter(({ what }) => what === 'comments')
      .map(({ id }) => id)
  expect(await heard('mentee')).toEqual(entry.sections)
  expect(await heard('mentor')).toEqual([entry.sections[0]])
  expect(await heard('owner')).toEqual([])
  for (const { socket } of Object.values(sockets)) socket.close()
})
