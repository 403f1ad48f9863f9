/** What is left open in the margin of a section, and comes up in the next session. */
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { comments } from '../db/comment-tables'
import { entries } from '../db/journal-tables'
import { changeState } from '../mentorships/mentorship-change-queries'
import { words } from '../testing/comment-stage'
import { makeEntry, makeMentoring, makePair } from '../testing/make-journal'
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
  person,
  share,
  shared,
  workspace,
} from '../testing/pair-stage'
import type { Browser } from '../testing/test-app'

onPairStage(['pair', 'private'])

async function begin(who: Browser, sectionId: string) {
  const thread = { id: crypto.randomUUID(), body: words('What now?'), anchor: null, quote: '' }
  expect((await who.post(`/api/sections/${sectionId}/threads`, thread)).status).toBe(201)
  return { id: thread.id, sectionId, at: `/api/sections/${sectionId}/threads/${thread.id}` }
}
type Thread = Awaited<ReturnType<typeof begin>>

const leaveOpen = (who: Browser, { at }: Thread, wish: object = {}) =>
  who.post(`${at}/question`, {
    ...{ id: crypto.randomUUID(), words: 'What now?', from: 'pair' },
    ...wish,
  })
const agenda = async (who: Browser) =>
  (await who.get(`/api/mentorships/${pair}/mentoring`)).body.agenda

test('the mentor leaves a question open: both find it on the agenda, and where it was asked', async () => {
  const thread = await begin(asMentor, shared)
  const { status, body } = await leaveOpen(asMentor, thread)
  expect(status).toBe(201)
  const place = { entryId: entry.id, sectionId: shared, threadId: thread.id, isSettled: false }
  for (const who of [asMentee, asMentor]) {
    const item = { id: body.id, words: 'What now?', sessionId: null, isDone: false }
    expect(await agenda(who)).toEqual([{ ...item, createdBy: mentor.id, question: place }])
  }
})

test('the author does likewise, with an answer to what the mentor asked', async () => {
  const thread = await begin(asMentor, shared)
  expect((await leaveOpen(asMentee, thread, { words: 'Let us talk' })).status).toBe(201)
  expect(await agenda(asMentor)).toMatchObject([{ words: 'Let us talk', createdBy: mentee.id }])
})

test('asked twice it is there once; one that was talked about is open again, for the next session', async () => {
  const { db } = app.deps
  const { mentoringSession: sessionId, item } = await makeMentoring(db, pair, mentee)
  const thread = await begin(asMentor, shared)
  const { id } = (await leaveOpen(asMentor, thread)).body
  const again = await leaveOpen(asMentee, thread, { words: 'Again' })
  expect(again.body).toEqual({ id, words: 'What now?' })
  const path = `/api/mentorships/${pair}/agenda/${id}`
  await asMentee.put(path, { words: 'What now?', sessionId, isDone: true })
  expect(await agenda(asMentee)).toMatchObject([
    { id: item },
    { id, isDone: true, sessionId, question: { threadId: thread.id } },
  ])
  const came = { id, words: 'What now?' }
  expect((await leaveOpen(asMentor, thread, came)).body).toEqual(came)
  expect(await agenda(asMentor)).toMatchObject([{ id: item }, { id, isDone: true }])
  const anew = await leaveOpen(asMentee, thread, { words: 'Once more' })
  expect(anew.body).toEqual({ id, words: 'Once more' })
  expect(await agenda(asMentor)).toMatchObject([
    { id: item },
    { id, words: 'Once more', isDone: false, sessionId: null },
  ])
})

describe('taken off the agenda', () => {
  test('and put back it leads to where it was asked, whoever does it, and stands where it stood', async () => {
    const thread = await begin(asMentee, kept)
    const wish = { words: 'How do I begin?', from: 'private' }
    const { id } = (await leaveOpen(asMentee, thread, wish)).body
    const { item } = await makeMentoring(app.deps.db, pair, mentee)
    const path = `/api/mentorships/${pair}/agenda/${id}`
    expect((await asMentor.delete(path)).status).toBe(204)
    expect(await agenda(asMentee)).toMatchObject([{ id: item }])
    expect((await asMentor.delete(path)).status).toBe(404)
    await asMentor.put(path, { words: wish.words, sessionId: null, isDone: false })
    expect(await agenda(asMentor)).toMatchObject([{ id, question: null }, { id: item }])
    expect(await agenda(asMentee)).toMatchObject([
      { id, words: wish.words, question: { threadId: thread.id } },
      { id: item },
    ])
  })

  test('it may be left open again, and what is settled meanwhile does not bring it back', async () => {
    const thread = await begin(asMentor, shared)
    const { id } = (await leaveOpen(asMentor, thread)).body
    await asMentee.delete(`/api/mentorships/${pair}/agenda/${id}`)
    await asMentee.post(`${thread.at}/resolve`)
    await asMentee.post(`${thread.at}/reopen`)
    expect(await agenda(asMentee)).toEqual([])
    const again = { words: 'Once more' }
    expect((await leaveOpen(asMentor, thread, again)).body).toEqual({ id, ...again })
    expect(await agenda(asMentee)).toMatchObject([{ id, words: 'Once more', isDone: false }])
  })
})

test('its id is nobody else’s', async () => {
  const { item: id } = await makeMentoring(app.deps.db, pair, mentee)
  const { status } = await leaveOpen(asMentor, await begin(asMentor, shared), { id })
  expect(status).toBe(409)
})

describe('once settled', () => {
  test('it is done on the agenda as well, and is not left open', async () => {
    const thread = await begin(asMentor, shared)
    await leaveOpen(asMentor, thread)
    expect((await asMentee.post(`${thread.at}/resolve`)).status).toBe(204)
    expect(await agenda(asMentor)).toMatchObject([{ isDone: true, question: { isSettled: true } }])
    expect((await leaveOpen(asMentor, thread)).status).toBe(409)
  })

  test('in another mentorship it is done there alone', async () => {
    const thread = await begin(asMentor, shared)
    await leaveOpen(asMentor, thread)
    const { db } = app.deps
    const other = await makePair(db, { mentee, mentor: await person() })
    await db.update(entries).set({ mentorshipId: other }).where(eq(entries.id, entry.id))
    expect((await asMentee.post(`${thread.at}/resolve`)).status).toBe(204)
    expect(await agenda(asMentor)).toMatchObject([{ isDone: false }])
  })

  test('and opened again, by hand or by an answer, it comes up in the next session', async () => {
    const { mentoringSession: sessionId } = await makeMentoring(app.deps.db, pair, mentee)
    const thread = await begin(asMentor, shared)
    const { id } = (await leaveOpen(asMentor, thread)).body
    const path = `/api/mentorships/${pair}/agenda/${id}`
    await asMentee.put(path, { words: 'What now?', sessionId, isDone: false })
    const answer = { id: crypto.randomUUID(), body: words('One more thing') }
    for (const open of [
      () => asMentor.post(`${thread.at}/reopen`),
      () => asMentor.post(`${thread.at}/comments`, answer),
    ]) {
      await asMentee.post(`${thread.at}/resolve`)
      expect((await agenda(asMentor)).at(-1)).toMatchObject({ id, isDone: true })
      expect((await open()).status).toBeLessThan(300)
      expect((await agenda(asMentor)).at(-1)).toMatchObject({
        ...{ id, isDone: false, sessionId: null, question: { isSettled: false } },
      })
    }
    // What is open anyway is not moved by an answer.
    await asMentee.put(path, { words: 'What now?', sessionId, isDone: false })
    await asMentor.post(`${thread.at}/comments`, { ...answer, id: crypto.randomUUID() })
    expect((await agenda(asMentor)).at(-1)).toMatchObject({ id, sessionId })
  })

  test('after the end the agenda stays as it was', async () => {
    const thread = await begin(asMentor, shared)
    await leaveOpen(asMentor, thread)
    await changeState(app.deps.db, pair, 'ended')
    expect((await asMentee.post(`${thread.at}/resolve`)).status).toBe(204)
    expect(await agenda(asMentee)).toMatchObject([{ isDone: false }])
  })
})

describe('out of a private section', () => {
  test('its author asks in words for the other, who does not learn where', async () => {
    const thread = await begin(asMentee, kept)
    const wish = { words: 'How do I begin?', from: 'private' }
    expect((await leaveOpen(asMentee, thread, wish)).status).toBe(201)
    expect(await agenda(asMentor)).toMatchObject([{ words: 'How do I begin?', question: null }])
    expect(await agenda(asMentee)).toMatchObject([{ question: { threadId: thread.id } }])
  })

  test('shared later, it leads the other nowhere still, nor do they ask it anew', async () => {
    const thread = await begin(asMentee, kept)
    await leaveOpen(asMentee, thread, { from: 'private' })
    expect((await share('pair', 'private', kept)).status).toBe(200)
    expect(await agenda(asMentor)).toMatchObject([{ words: 'What now?', question: null }])
    expect(await agenda(asMentee)).toMatchObject([{ question: { threadId: thread.id } }])
    expect((await leaveOpen(asMentor, thread)).status).toBe(404)
  })

  test('not without knowing that it is one', async () => {
    const thread = await begin(asMentee, kept)
    expect((await leaveOpen(asMentee, thread)).status).toBe(409)
    expect(await agenda(asMentee)).toEqual([])
  })

  test('nor does the other', async () => {
    const thread = await begin(asMentee, kept)
    expect((await leaveOpen(asMentor, thread, { from: 'private' })).status).toBe(404)
  })
})

test('taken back, its words stay on the agenda, and lead the other nowhere', async () => {
  const thread = await begin(asMentor, shared)
  await leaveOpen(asMentor, thread)
  expect((await share('private', 'pair')).status).toBe(200)
  expect(await agenda(asMentor)).toMatchObject([{ words: 'What now?', question: null }])
  expect(await agenda(asMentee)).toMatchObject([{ question: { sectionId: shared } }])
  expect((await leaveOpen(asMentor, thread)).status).toBe(404)
})

test('erased, its words stay on the agenda and lead nowhere', async () => {
  const thread = await begin(asMentor, shared)
  await leaveOpen(asMentor, thread)
  await asMentee.delete(`/api/journals/entries/${entry.id}/sections/${shared}`)
  const { db } = app.deps
  expect(await db.select().from(comments).where(eq(comments.id, thread.id))).toEqual([])
  for (const who of [asMentee, asMentor])
    expect(await agenda(who)).toMatchObject([{ words: 'What now?', question: null }])
})

test('there must be a next session: not while it rests, not after its end, not in no mentorship', async () => {
  const [thread, own] = [await begin(asMentor, shared), await begin(asMentee, shared)]
  for (const state of ['paused', 'ended'] as const) {
    await changeState(app.deps.db, pair, state)
    expect((await leaveOpen(asMentee, own)).status).toBe(403)
    expect([403, 404]).toContain((await leaveOpen(asMentor, thread)).status)
  }
  const alone = await makeEntry(app.deps.db, mentee, null, ['private'])
  const inNone = await begin(asMentee, alone.sections[0] ?? '')
  expect((await leaveOpen(asMentee, inNone, { from: 'private' })).status).toBe(403)
})

test('a thread of one section is not found through another, nor by anybody else', async () => {
  const thread = await begin(asMentor, shared)
  const elsewhere = { ...thread, at: thread.at.replace(shared, kept) }
  expect((await leaveOpen(asMentee, elsewhere, { from: 'private' })).status).toBe(404)
  const asOwner = await app.as(workspace.owner)
  expect((await leaveOpen(asOwner, thread)).status).toBe(404)
})
