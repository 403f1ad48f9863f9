/** What an inbox says of a journal: that something was said, by whom and in whose; none of the words. */
import { expect, test } from 'vitest'
import { changeState } from '../mentorships/mentorship-change-queries'
import { words } from '../testing/comment-stage'
import {
  app,
  asMentee,
  asMentor,
  entry,
  kept,
  mentee,
  mentor,
  onPairStage,
  pair,
  share,
  shared,
  workspace,
} from '../testing/pair-stage'
import type { Browser } from '../testing/test-app'

const secret = 'a word that stands nowhere else'
onPairStage(['pair', 'private'], { title: secret, prompt: secret })

const said = (body: unknown = words(secret)) => ({ id: crypto.randomUUID(), body })

async function begin(who: Browser, sectionId: string, body?: unknown) {
  const thread = { ...said(body), anchor: null, quote: secret }
  expect((await who.post(`/api/sections/${sectionId}/threads`, thread)).status).toBe(201)
  return { id: thread.id, at: `/api/sections/${sectionId}/threads/${thread.id}` }
}

async function inboxOf(who: Browser) {
  const { items } = (await who.get('/api/me/inbox')).body
  const { unread } = (await who.get('/api/me/inbox/unread')).body
  expect(unread).toBe(items.length)
  expect(JSON.stringify(items)).not.toContain(secret)
  return items
}
const kindsFor = async (who: Browser) =>
  (await inboxOf(who)).map(({ kind }: { kind: string }) => kind)

test('the author is told that their mentor said something, and where', async () => {
  const { id } = await begin(asMentor, shared)
  const author = { id: mentee.id, name: 'Mia Mentee' }
  expect(await inboxOf(asMentee)).toMatchObject([
    {
      ...{ kind: 'commented', project: null, actor: { id: mentor.id, name: 'Max Mentor' } },
      place: { kind: 'section', id: shared, entryId: entry.id, author, isOwn: true },
      comment: { id, threadId: id, words: null },
    },
  ])
  expect(await inboxOf(asMentor)).toEqual([])
})

test('an answer, a name and a question are told as what they are', async () => {
  const { at } = await begin(asMentor, shared)
  await asMentee.post(`${at}/comments`, said())
  expect(await kindsFor(asMentor)).toEqual(['answered'])
  await asMentee.post(`${at}/comments`, said([{ person: mentor.id, name: 'Max Mentor' }]))
  expect(await kindsFor(asMentor)).toEqual(['mentioned', 'answered'])
  const question = { id: crypto.randomUUID(), words: secret, from: 'pair' }
  await asMentee.post(`${at}/question`, question)
  await asMentee.post(`${at}/question`, question)
  const items = await inboxOf(asMentor)
  expect(items).toHaveLength(3)
  expect(items[0]).toMatchObject({ kind: 'left-open', place: { isOwn: false } })
})

test('what is private is told to nobody', async () => {
  const { at } = await begin(asMentee, kept, [{ person: mentor.id, name: 'Max Mentor' }])
  const question = { id: crypto.randomUUID(), words: secret, from: 'private' }
  expect((await asMentee.post(`${at}/question`, question)).status).toBe(201)
  expect(await inboxOf(asMentor)).toEqual([])
  expect(await inboxOf(asMentee)).toEqual([])
  expect(await inboxOf(await app.as(workspace.owner))).toEqual([])
})

test('what was said before a section was shared is told to nobody, nor what is said to it later', async () => {
  const { at } = await begin(asMentee, kept)
  await share('pair', 'private', kept)
  await asMentee.post(`${at}/comments`, said([{ person: mentor.id, name: 'Max Mentor' }]))
  const question = { id: crypto.randomUUID(), words: secret, from: 'pair' }
  expect((await asMentee.post(`${at}/question`, question)).status).toBe(201)
  expect(await inboxOf(asMentor)).toEqual([])
})

test('a question is told each time it is asked anew', async () => {
  const { at } = await begin(asMentee, shared)
  const ask = async () => {
    const question = { id: crypto.randomUUID(), words: secret, from: 'pair' }
    return (await asMentee.post(`${at}/question`, question)).body.id
  }
  const id = await ask()
  const done = { words: secret, sessionId: null, isDone: true }
  expect((await asMentor.put(`/api/mentorships/${pair}/agenda/${id}`, done)).status).toBe(204)
  expect(await ask()).toBe(id)
  expect(await kindsFor(asMentor)).toEqual(['left-open', 'left-open', 'commented'])
})

test('a question stays told where the words it began with are taken out', async () => {
  const { at, id } = await begin(asMentee, shared)
  await asMentor.post(`${at}/comments`, said())
  await asMentee.post(`${at}/question`, { id: crypto.randomUUID(), words: secret, from: 'pair' })
  await asMentee.delete(`${at}/comments/${id}`)
  expect(await kindsFor(asMentor)).toEqual(['left-open'])
})

test('taken back, rested and ended: told as long as it is read, and no more once it was taken back', async () => {
  await begin(asMentee, shared)
  expect(await kindsFor(asMentor)).toEqual(['commented'])
  await share('private', 'pair')
  expect(await inboxOf(asMentor)).toEqual([])
  await share('pair', 'private')
  expect(await inboxOf(asMentor)).toEqual([])
  await begin(asMentee, shared)
  await changeState(app.deps.db, pair, 'paused')
  expect(await kindsFor(asMentor)).toEqual(['commented'])
  await changeState(app.deps.db, pair, 'ended')
  expect(await inboxOf(asMentor)).toEqual([])
})

test('what was said and taken out again, and what was erased, is told no more', async () => {
  const { at, id } = await begin(asMentor, shared)
  await asMentor.delete(`${at}/comments/${id}`)
  expect(await inboxOf(asMentee)).toEqual([])
  await begin(asMentor, shared)
  expect(await kindsFor(asMentee)).toEqual(['commented'])
  await asMentee.delete(`/api/journals/entries/${entry.id}/sections/${shared}`)
  expect(await inboxOf(asMentee)).toEqual([])
})

test('whoever does not want to hear of it does not', async () => {
  await asMentee.put('/api/me/inbox/settings', { off: ['commented'] })
  await begin(asMentor, shared)
  expect(await inboxOf(asMentee)).toEqual([])
})
