/** Entries and their sections over the routes, and over the sockets of whoever has them open. */
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { entries, moods, sectionReaders, sectionSharings, sections } from '../db/journal-tables'
import { roomUpdates } from '../db/log-tables'
import { rooms } from '../db/tables'
import { enterSection } from '../testing/enter-section'
import { type LiveApp, liveApp } from '../testing/live-app'
import { type MadePerson, type MadeWorkspace, makePerson, makeWorkspace } from '../testing/make'
import { makeCircle, makeEntry, makePair } from '../testing/make-journal'
import type { Browser } from '../testing/test-app'
import { shareSection } from './section-queries'

let app: LiveApp
let workspace: MadeWorkspace
let mentee: MadePerson
let mentor: MadePerson
let pair: string
let asMentee: Browser
let asMentor: Browser

beforeAll(async () => {
  app = await liveApp()
  workspace = await makeWorkspace(app.deps.db)
})
afterAll(() => app.stop())

beforeEach(async () => {
  mentee = await makePerson(app.deps.db, workspace, { name: 'Mia Mentee' })
  mentor = await makePerson(app.deps.db, workspace, { name: 'Max Mentor' })
  pair = await makePair(app.deps.db, { mentee, mentor })
  ;[asMentee, asMentor] = [await app.as(mentee), await app.as(mentor)]
})

const on = '2026-11-27'
const path = '/api/journals/entries'
const newId = () => crypto.randomUUID()

async function entry(audiences: Parameters<typeof makeEntry>[3] = ['private']) {
  const made = await makeEntry(app.deps.db, mentee, pair, audiences)
  const one = (nth = 0) => `${path}/${made.id}/sections/${made.sections[nth]}`
  return { ...made, path: `${path}/${made.id}`, one }
}

describe('an entry', () => {
  test('begins private, with an empty room for each section, and once however often it is sent', async () => {
    const ids = [newId(), newId()]
    const sections = ids.map((id, nth) => ({ id, prompt: nth === 0 ? 'What happened?' : '' }))
    const wish = { id: newId(), mentorshipId: pair, title: ' Week 1 ', on, sections }
    for (let again = 0; again < 2; again++) {
      const answer = await asMentee.post(path, wish)
      expect(answer.status).toBe(201)
      expect(answer.body).toEqual({
        ...{ id: wish.id, authorId: mentee.id, mentorshipId: pair, sessionId: null },
        ...{ begunWith: null, title: 'Week 1', on },
        sections: sections.map((one) => {
          const plain = { audience: 'private', shared: null, isFrozen: false }
          return { ...one, ...plain }
        }),
      })
    }
    const made = await app.deps.db.select().from(rooms).where(inArray(rooms.id, ids))
    expect(made.map(({ kind, projectId }) => [kind, projectId])).toEqual([
      ['section', null],
      ['section', null],
    ])
    expect((await asMentor.post(path, { ...wish, mentorshipId: null })).status).toBe(409)
  })

  test('is listed for its author, and for who reads one of its sections, with those alone', async () => {
    const own = await entry(['private', 'pair'])
    await entry(['private'])
    expect((await asMentee.get(path)).body.entries).toHaveLength(2)
    const [seen, ...others] = (await asMentor.get(path)).body.entries
    expect(others).toEqual([])
    expect(seen).toMatchObject({ id: own.id, sections: [{ id: own.sections[1], shared: null }] })
    expect((await (await app.as(workspace.owner)).get(path)).body.entries).toEqual([])
  })

  test('is read a page at a time, the latest day first, each once', async () => {
    const days = Array.from({ length: 53 }, (_, n) => `2026-0${1 + (n % 9)}-1${n % 3}`)
    for (const day of days) {
      const wish = { id: newId(), mentorshipId: null, title: '', on: day }
      await asMentee.post(path, { ...wish, sections: [{ id: newId() }] })
    }
    const first = (await asMentee.get(path)).body
    const second = (await asMentee.get(`${path}?before=${first.next}`)).body
    expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 3, null])
    const read = [...first.entries, ...second.entries]
    expect(new Set(read.map(({ id }) => id)).size).toBe(53)
    expect(read.map((one) => one.on)).toEqual([...days].sort().reverse())
  })

  test('is of a day that any calendar has, and a page after no day is the first', async () => {
    const ask = async (on: string) => {
      const wish = { id: newId(), mentorshipId: null, title: '', on, sections: [{ id: newId() }] }
      return (await asMentee.post(path, wish)).status
    }
    expect([await ask('0000-01-01'), await ask('9999-12-31'), await ask(on)]).toEqual([
      ...[400, 400, 201],
    ])
    for (const day of ['2026-99-99', '0000-01-01', '2026-02-30']) {
      const { status, body } = await asMentee.get(`${path}?before=${day}_${newId()}`)
      expect([day, status, body.entries?.length]).toEqual([day, 200, 1])
    }
  })

  test('is begun only in a mentorship of one’s own that goes on', async () => {
    const ask = (browser: Browser) =>
      browser.post(path, {
        ...{ id: newId(), mentorshipId: pair, title: '', on, sections: [{ id: newId() }] },
      })
    expect((await ask(await app.as(workspace.owner))).status).toBe(404)
    expect((await ask(asMentor)).status).toBe(201)
    await asMentee.post(`/api/mentorships/${pair}/end`)
    expect((await ask(asMentee)).status).toBe(403)
  })

  test('is its author’s to change, and stays where it is while any of it is shared', async () => {
    const { path: one, ...own } = await entry(['pair'])
    expect((await asMentor.patch(one, { title: 'Mine' })).status).toBe(403)
    expect((await asMentor.delete(one)).status).toBe(403)
    expect((await asMentee.patch(one, { title: 'Ours', on: '2026-01-02' })).body).toMatchObject({
      ...{ title: 'Ours', on: '2026-01-02' },
    })
    const other = await makePerson(app.deps.db, workspace)
    const theirs = await makePair(app.deps.db, { mentee, mentor: other })
    expect((await asMentee.patch(one, { mentorshipId: theirs })).status).toBe(409)
    await asMentee.put(`${own.one()}/audience`, { audience: 'private', from: 'pair' })
    expect((await asMentee.patch(one, { mentorshipId: theirs })).body.mentorshipId).toBe(theirs)
  })

  test('has a mood that only its author is told', async () => {
    const { path: one } = await entry(['pair'])
    const mood = { mood: 2, energy: 5 }
    expect((await asMentee.put(`${one}/mood`, mood)).status).toBe(204)
    expect((await asMentee.get(`${one}/mood`)).body).toEqual(mood)
    for (const method of ['GET', 'PUT'] as const) {
      const answer = await asMentor.send(method, `${one}/mood`, method === 'PUT' ? mood : undefined)
      expect(answer.status).toBe(403)
    }
  })
})

describe('a section', () => {
  test('is added where its author wants it, moved, and given another prompt', async () => {
    const { path: one, sections: [a = ''] = [] } = await entry()
    const [b, c] = [newId(), newId()]
    await asMentee.post(`${one}/sections`, { id: b, prompt: 'Why?' })
    await asMentee.post(`${one}/sections`, { id: c, after: null })
    await asMentee.patch(`${one}/sections/${a}`, { after: b })
    const { body } = await asMentee.patch(`${one}/sections/${b}`, { prompt: 'So what?' })
    expect(body.sections.map(({ id }: { id: string }) => id)).toEqual([c, b, a])
    expect(body.sections[1].prompt).toBe('So what?')
    expect((await asMentor.patch(`${one}/sections/${a}`, { prompt: 'x' })).status).toBe(404)
    const elsewhere = await entry()
    expect((await asMentee.delete(`${elsewhere.path}/sections/${a}`)).status).toBe(404)
  })

  test('is shared with the people of its mentorship, and with no others', async () => {
    const { db } = app.deps
    const { one } = await entry()
    const share = (path: string, audience: string, browser = asMentee) =>
      browser.put(`${path}/audience`, {
        ...{ audience, from: audience === 'private' ? 'pair' : 'private' },
      })
    expect((await share(one(), 'circle')).status).toBe(400)
    expect((await share(one(), 'pair', asMentor)).status).toBe(404)
    expect((await share(one(), 'pair')).status).toBe(200)
    expect((await share(one(), 'private', asMentor)).status).toBe(403)
    const alone = await makeEntry(db, mentee, null)
    expect((await share(`${path}/${alone.id}/sections/${alone.sections[0]}`, 'pair')).status).toBe(
      400,
    )
    const people = [mentee, mentor, await makePerson(db, workspace)]
    const circle = await makeEntry(db, mentee, await makeCircle(db, people))
    const inCircle = `${path}/${circle.id}/sections/${circle.sections[0]}`
    expect((await share(inCircle, 'pair')).status).toBe(400)
    expect((await share(inCircle, 'circle')).status).toBe(200)
    expect((await asMentor.get(`${path}/${circle.id}`)).status).toBe(200)
    await asMentee.post(`/api/mentorships/${pair}/end`)
    expect((await share(one(), 'private')).status).toBe(200)
    expect((await share(one(), 'pair')).status).toBe(403)
  })

  test('is not shared with others than was asked, where its entry has moved among them meanwhile', async () => {
    const { db } = app.deps
    const { id: entryId, sections: [id = ''] = [] } = await entry()
    const other = await makePair(db, { mentee, mentor: await makePerson(db, workspace) })
    expect((await asMentee.patch(`${path}/${entryId}`, { mentorshipId: other })).status).toBe(200)
    const place = { entryId, id, mentorshipId: pair }
    await expect(shareSection(db, place, { audience: 'pair', from: 'private' })).rejects.toThrow(
      'conflict',
    )
    expect((await asMentee.get(`${path}/${entryId}`)).body.sections).toMatchObject([
      { audience: 'private', shared: null },
    ])
  })

  test('is shared, and taken back, only from where its author saw it; what is so already is so', async () => {
    const { one } = await entry()
    const share = async (wish: object) => (await asMentee.put(`${one()}/audience`, wish)).status
    expect(await share({ audience: 'pair', from: 'circle' })).toBe(409)
    expect((await asMentor.get(path)).body.entries).toEqual([])
    expect(await share({ audience: 'pair', from: 'private' })).toBe(200)
    expect(await share({ audience: 'pair', from: 'private' })).toBe(200)
    expect(await share({ audience: 'private', from: 'circle' })).toBe(409)
    expect(await share({ audience: 'private', from: 'pair' })).toBe(200)
    expect((await asMentee.get(`${one()}/past`)).body.sharings).toHaveLength(2)
  })

  test('taken back, says who has had it and when, to its author alone', async () => {
    const { one, sections: [id = ''] = [] } = await entry(['pair'])
    const mentors = await enterSection(app, mentor, id)
    await mentors.leave()
    const { body } = await asMentee.put(`${one()}/audience`, { audience: 'private', from: 'pair' })
    expect(body.sections[0].shared).toMatchObject({ seenBy: 1 })
    const past = (await asMentee.get(`${one()}/past`)).body
    expect(past.sharings.map(({ audience }: { audience: string }) => audience)).toEqual([
      ...['private', 'pair'],
    ])
    expect(past.readers).toEqual([
      {
        person: { id: mentor.id, name: mentor.name },
        firstAt: expect.any(String),
        lastAt: expect.any(String),
      },
    ])
    expect((await asMentor.get(`${one()}/past`)).status).toBe(404)
    await asMentee.put(`${one()}/audience`, { audience: 'pair', from: 'private' })
    expect((await asMentor.get(`${one()}/past`)).status).toBe(403)
  })

  test.each(['', `/$entry`])('whose prompt was read, was seen: by %s', async (which) => {
    const words = { prompt: 'What was hard?' }
    const made = await makeEntry(app.deps.db, mentee, pair, ['private', 'pair'], words)
    const seen = async () =>
      (await asMentee.get(`${path}/${made.id}`)).body.sections.map(
        ({ shared }: { shared: { seenBy: number } | null }) => shared?.seenBy ?? null,
      )
    expect(await seen()).toEqual([null, 0])
    for (let again = 0; again < 2; again++) {
      const { body } = await asMentor.get(path + which.replace('$entry', made.id))
      expect(JSON.stringify(body)).toContain(words.prompt)
    }
    expect(await seen()).toEqual([null, 1])
  })

  test('erased, is gone from every table, and so is an entry', async () => {
    const { db } = app.deps
    const { one, path: own, sections: ids, id } = await entry(['pair', 'pair'])
    const mias = await enterSection(app, mentee, ids[0] ?? '')
    mias.doc.getXmlFragment('body').insert(0, [new Y.XmlText('gone')])
    await mias.settled()
    const maxs = await enterSection(app, mentor, ids[1] ?? '')
    await asMentee.put(`${own}/mood`, { mood: 1, energy: null })
    const rowsOf = async (roomIds: string[]) => {
      const counted = [
        [rooms, rooms.id],
        [roomUpdates, roomUpdates.roomId],
        [sections, sections.id],
        [sectionReaders, sectionReaders.sectionId],
        [sectionSharings, sectionSharings.sectionId],
      ] as const
      const found = counted.map(([table, column]) =>
        db.select().from(table).where(inArray(column, roomIds)),
      )
      return (await Promise.all(found)).map((rows) => rows.length > 0)
    }
    expect(await rowsOf(ids)).toEqual([true, true, true, true, true])
    expect((await asMentee.delete(one(0))).body.sections).toHaveLength(1)
    expect(await rowsOf(ids.slice(0, 1))).toEqual([false, false, false, false, false])
    await mias.until(() => mias.closedWith === closeCodes.noAccess)
    expect((await asMentee.delete(own)).status).toBe(204)
    expect(await rowsOf(ids)).toEqual([false, false, false, false, false])
    await maxs.until(() => maxs.closedWith === closeCodes.noAccess)
    expect(await db.select().from(entries).where(eq(entries.id, id))).toEqual([])
    expect(await db.select().from(moods).where(eq(moods.entryId, id))).toEqual([])
  })

  test('signed, is not erased, not even with its entry', async () => {
    const { one, path: own, sections: [id = ''] = [] } = await entry(['pair'])
    await app.deps.db.update(sections).set({ frozenAt: new Date() }).where(eq(sections.id, id))
    expect((await asMentee.delete(one())).status).toBe(403)
    expect((await asMentee.delete(own)).status).toBe(403)
    expect((await asMentee.patch(one(), { prompt: 'Other' })).status).toBe(403)
  })
})
