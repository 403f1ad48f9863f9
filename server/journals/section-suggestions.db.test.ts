/** The mentor suggests in a section, and its author decides. */
import { docBody } from '@atelier/shared/docs/doc'
import { docSchema } from '@atelier/shared/docs/new-doc'
import { write } from '@atelier/shared/suggestions/two-authors'
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq, inArray } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { admitFrom } from '../access/admit'
import { docSuggestionDecisions, docSuggestions } from '../db/doc-tables'
import { sectionReaders, sections } from '../db/journal-tables'
import { roomUpdates } from '../db/log-tables'
import { rooms } from '../db/tables'
import { changeState } from '../mentorships/mentorship-change-queries'
import { enterSection, textsUntil } from '../testing/enter-section'
import { type ForkActs, forkActs } from '../testing/fork-acts'
import { type MadePerson, password } from '../testing/make'
import { makeCircle, makeEntry } from '../testing/make-journal'
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
  shared as section,
  share,
  workspace,
} from '../testing/pair-stage'
import type { Browser } from '../testing/test-app'

let acts: ForkActs

onPairStage(['pair'])
beforeEach(async () => {
  acts = forkActs(app, section, 'section')
  await says('One two three four.')
})

const says = (words: string) =>
  app.deps.rooms.edit(roomName('section', section), (room) =>
    write(room, (tr) => tr.insert(1, docSchema().text(words))),
  )

async function accessOf(one: MadePerson, fork: string) {
  const { session } = await app.deps.sessions.create(one.id, '')
  const ticket = { sessionId: session.id, personId: one.id }
  const answer = await admitFrom(app.deps.db)(ticket, roomName('section-suggestion', fork))
  return answer.kind === 'admitted' ? answer.access : null
}

describe('in a section for the pair', () => {
  test('the mentor suggests, the author accepts, and it stands in the section', async () => {
    const fork = await acts.begin(mentor)
    expect(await acts.begin(mentor)).toBe(fork)
    await acts.suggest(fork, 'two', 'seven')
    expect(await acts.lines()).toEqual(['One two three four.'])
    const { body } = await acts.decide(mentee, fork, true)
    expect(body).toMatchObject({ decided: 1, gone: 0 })
    expect(await acts.lines()).toEqual(['One seven three four.'])
    expect(await acts.suggestions(fork)).toEqual([])
    for (const who of [asMentee, asMentor])
      expect((await who.get(`${acts.path}/decided`)).body.decided).toMatchObject([
        { accepted: true, author: { id: mentor.id }, by: { id: mentee.id } },
      ])
    const undone = await asMentee.post(`${acts.path}/${fork}/decisions/${body.batchId}/undo`)
    expect(undone.status).toBe(204)
    expect(await acts.lines()).toEqual(['One two three four.'])
    expect(await acts.suggestions(fork)).toHaveLength(1)
  })

  test('refused, it is gone from the fork, and the section is as it was', async () => {
    const fork = await acts.begin(mentor)
    await acts.suggest(fork, 'two', 'seven')
    expect((await acts.decide(mentee, fork, false)).status).toBe(200)
    expect(await acts.lines()).toEqual(['One two three four.'])
    expect(await acts.suggestions(fork)).toEqual([])
  })

  test('the mentor does not accept their own, and takes it back', async () => {
    const fork = await acts.begin(mentor)
    await acts.suggest(fork, 'two', 'seven')
    expect((await acts.decide(mentor, fork, true)).status).toBe(403)
    expect((await acts.decide(mentor, fork, false)).status).toBe(200)
    expect((await asMentee.delete(`${acts.path}/${fork}`)).status).toBe(403)
    expect((await asMentor.delete(`${acts.path}/${fork}`)).status).toBe(204)
    expect((await asMentee.get(acts.path)).body).toEqual([])
    expect([await accessOf(mentor, fork), await accessOf(mentee, fork)]).toEqual([null, null])
  })

  test('its author writes and does not suggest; nobody else finds any of it', async () => {
    expect((await asMentee.post(acts.path)).status).toBe(403)
    const fork = await acts.begin(mentor)
    await acts.suggest(fork, 'two', 'seven')
    const others = [workspace.owner, await person()]
    for (const one of others) {
      const browser = await app.as(one)
      expect((await browser.get(acts.path)).status).toBe(404)
      expect((await browser.get(`${acts.path}/decided`)).status).toBe(404)
      expect((await browser.post(acts.path)).status).toBe(404)
      expect((await acts.decide(one, fork, true)).status).toBe(404)
      expect(await accessOf(one, fork)).toBe(null)
    }
    expect([await accessOf(mentor, fork), await accessOf(mentee, fork)]).toEqual(['write', 'read'])
  })

  test('who suggests is noted as having had it before them', async () => {
    const fork = await acts.begin(mentor)
    const readers = () =>
      app.deps.db.select().from(sectionReaders).where(eq(sectionReaders.sectionId, section))
    expect(await readers()).toEqual([])
    await accessOf(mentor, fork)
    expect(await readers()).toMatchObject([{ personId: mentor.id }])
  })

  test('signed, it is suggested in no more', async () => {
    const fork = await acts.begin(mentor)
    await acts.suggest(fork, 'two', 'seven')
    await app.deps.db.update(sections).set({ frozenAt: new Date() }).where(eq(sections.id, section))
    expect(await accessOf(mentor, fork)).toBe('read')
    expect((await acts.decide(mentee, fork, true)).status).toBe(403)
    expect((await asMentor.post(acts.path)).status).toBe(403)
  })
})

describe('when it is taken back', () => {
  test('[S5] who suggests is out of the fork, and its author sees it no more until it is shared', async () => {
    const fork = await acts.begin(mentor)
    await acts.suggest(fork, 'two', 'seven')
    const reported: (string[] | undefined)[] = []
    app.deps.accessChanges.onChange(({ roomIds }) => reported.push(roomIds))
    const theirs = await enterSection(app, mentor, fork, 'section-suggestion')
    expect(docBody(theirs.doc).toString()).toContain('seven')
    await share('private', 'pair')
    await theirs.until(() => theirs.closedWith !== null)
    expect(theirs.closedWith).toBe(closeCodes.noAccess)
    expect(reported).toContainEqual([section, fork])
    await theirs.leave()
    expect([await accessOf(mentor, fork), await accessOf(mentee, fork)]).toEqual([null, null])
    expect((await asMentee.get(acts.path)).body).toEqual([])
    expect((await asMentor.get(acts.path)).status).toBe(404)
    await share('pair', 'private')
    expect(await accessOf(mentor, fork)).toBe('write')
    expect((await asMentee.get(acts.path)).body).toMatchObject([{ id: fork }])
  })

  test('[S18] what is written meanwhile comes into no fork, and a decision is refused', async () => {
    const fork = await acts.begin(mentor)
    await acts.suggest(fork, 'two', 'seven')
    const keys = await acts.keysOf(fork)
    await share('private', 'pair')
    await says('for myself ')
    expect((await acts.decide(mentee, fork, true, keys)).status).toBe(404)
    expect((await acts.decide(mentee, fork, false, keys)).status).toBe(404)
    const held = await app.deps.rooms.read(roomName('section-suggestion', fork))
    expect(Buffer.from(held).includes('for myself')).toBe(false)
  })

  test('[S18] a fork begins without what was deleted before', async () => {
    await says('a secret ')
    await app.deps.rooms.edit(roomName('section', section), (room) =>
      write(room, (tr) => tr.delete(1, 10)),
    )
    const fork = await acts.begin(mentor)
    const logged = await app.deps.db.select().from(roomUpdates).where(eq(roomUpdates.roomId, fork))
    expect(logged).toHaveLength(1)
    expect(Buffer.from(logged[0]?.bytes ?? []).includes('secret')).toBe(false)
    expect(await acts.lines()).toEqual(['One two three four.'])
  })
})

test('while the mentorship rests who suggests only reads, and its author still decides', async () => {
  const fork = await acts.begin(mentor)
  await acts.suggest(fork, 'two', 'seven')
  await changeState(app.deps.db, pair, 'paused')
  expect(await accessOf(mentor, fork)).toBe('read')
  expect((await asMentor.post(acts.path)).status).toBe(403)
  expect((await acts.decide(mentee, fork, true)).body.decided).toBe(1)
})

test('once it has ended nobody comes upon the fork', async () => {
  const fork = await acts.begin(mentor)
  const theirs = await enterSection(app, mentor, fork, 'section-suggestion')
  await asMentor.post(`/api/mentorships/${pair}/end`)
  await theirs.until(() => theirs.closedWith !== null)
  expect(theirs.closedWith).toBe(closeCodes.noAccess)
  await theirs.leave()
  expect([await accessOf(mentor, fork), await accessOf(mentee, fork)]).toEqual([null, null])
})

test('in a circle nobody reads what another suggests but whose the section is', async () => {
  const [ana, ben, cleo] = [await person(), await person(), await person()]
  const circle = await makeCircle(app.deps.db, [ana, ben, cleo])
  const [anas = ''] = (await makeEntry(app.deps.db, ana, circle, ['circle'])).sections
  const { begin, path, decide } = forkActs(app, anas, 'section')
  const [bens, cleos] = [await begin(ben), await begin(cleo)]
  const listed = async (who: MadePerson) =>
    (await (await app.as(who)).get(path)).body.map(({ id }: { id: string }) => id)
  expect(await listed(ana)).toEqual([bens, cleos])
  expect(await listed(ben)).toEqual([bens])
  expect(await accessOf(cleo, bens)).toBe(null)
  expect((await decide(cleo, bens, false, ['any'])).status).toBe(404)
})

test('a notice reaches who suggests and whose the section is, and nobody else', async () => {
  const sockets = await Promise.all(
    [mentee, mentor, workspace.owner].map(async (one) => ({
      one,
      socket: app.open('/ws/notices', await app.signedIn(one)),
    })),
  )
  const isTold = async ({ one, socket }: (typeof sockets)[number]) => {
    await (await app.as(one)).patch('/api/me', { name: 'Somebody' })
    return textsUntil(socket, (text) => text.includes('"session"'))
  }
  for (const each of sockets) await isTold(each)
  await acts.begin(mentor)
  const heard = []
  for (const each of sockets) {
    const texts = await isTold(each)
    heard.push(texts.some((text) => text.includes('"suggestions"') && text.includes(section)))
    each.socket.socket.close()
  }
  expect(heard).toEqual([true, true, false])
})

describe('erased', () => {
  const left = async (fork: string) => {
    const { db } = app.deps
    const both = [
      ...(await db
        .select()
        .from(rooms)
        .where(inArray(rooms.id, [fork]))),
      ...(await db.select().from(docSuggestions).where(eq(docSuggestions.id, fork))),
      ...(await db.select().from(roomUpdates).where(eq(roomUpdates.roomId, fork))),
      ...(await db
        .select()
        .from(docSuggestionDecisions)
        .where(eq(docSuggestionDecisions.suggestionId, fork))),
    ]
    return both.length
  }
  async function decided() {
    const fork = await acts.begin(mentor)
    await acts.suggest(fork, 'two', 'seven')
    await acts.decide(mentee, fork, true)
    expect(await left(fork)).toBeGreaterThan(3)
    return fork
  }
  const leave = (who: Browser) => who.post('/api/me/leave', { password, keepName: true })

  test('with the section', async () => {
    const fork = await decided()
    const path = `/api/journals/entries/${entry.id}/sections/${section}`
    expect((await asMentee.delete(path)).status).toBe(200)
    expect(await left(fork)).toBe(0)
  })

  test('with the entry', async () => {
    const fork = await decided()
    expect((await asMentee.delete(`/api/journals/entries/${entry.id}`)).status).toBe(204)
    expect(await left(fork)).toBe(0)
  })

  test('with the account of whose the section is', async () => {
    const fork = await decided()
    expect((await leave(asMentee)).status).toBe(204)
    expect(await left(fork)).toBe(0)
  })

  test('with the account of who suggested', async () => {
    const fork = await decided()
    expect((await leave(asMentor)).status).toBe(204)
    expect(await left(fork)).toBe(0)
    expect(await acts.lines()).toEqual(['One seven three four.'])
  })
})
