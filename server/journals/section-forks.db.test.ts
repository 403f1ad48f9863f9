/** What is in a fork of a section, and what becomes of it once nobody suggests in it any more. */
import { docBody, docTitle } from '@atelier/shared/docs/doc'
import { docSchema } from '@atelier/shared/docs/new-doc'
import { refuse } from '@atelier/shared/refusals'
import { write } from '@atelier/shared/suggestions/two-authors'
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { docSuggestionDecisions, docSuggestions } from '../db/doc-tables'
import { sections } from '../db/journal-tables'
import { roomUpdates } from '../db/log-tables'
import { rooms } from '../db/tables'
import { decideSuggestions } from '../suggestions/decide-suggestions'
import { enterSection } from '../testing/enter-section'
import { type ForkActs, forkActs } from '../testing/fork-acts'
import { actorOf, makeCircle, makeEntry } from '../testing/make-journal'
import {
  app,
  asMentee,
  asMentor,
  mentee,
  mentor,
  onPairStage,
  person,
  shared,
  workspace,
} from '../testing/pair-stage'
import type { Browser } from '../testing/test-app'
import { bringForkForward } from './bring-fork-forward'
import { eraseClosedForks } from './closed-fork-queries'
import { requireStillSuggesting } from './section-fork-queries'

let section: string
let acts: ForkActs
let fork: string

onPairStage(['pair'])
beforeEach(async () => {
  section = shared
  acts = forkActs(app, section, 'section')
  await edit((tr) => tr.insert(1, docSchema().text('One two three four.')))
  fork = await acts.begin(mentor)
})

const edit = (change: Parameters<typeof write>[1]) =>
  app.deps.rooms.edit(roomName('section', section), (room) => write(room, change))

const heldIn = async (room: string) =>
  Buffer.from(await app.deps.rooms.read(roomName('section-suggestion', room))).toString()

describe('what a section does not hold', () => {
  const id = crypto.randomUUID()
  const block = (name: string, attrs: Record<string, string>) => (text: Y.Doc) => {
    const made = new Y.XmlElement(name)
    for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value)
    docBody(text).push([made])
  }
  const inLine = (name: string, attrs: Record<string, string>) => (text: Y.Doc) => {
    const made = new Y.XmlElement(name)
    for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value)
    const line = docBody(text).get(0) as Y.XmlElement
    line.push([made])
  }

  test.each([
    ['a picture', block('picture', { fileId: id })],
    ['a file', block('attachment', { fileId: id, name: 'plan.pdf' })],
    ['a board of another project', block('embed', { kind: 'board', id })],
    ['a person', inLine('mention', { id, label: 'Ada' })],
    ['a table', block('table', {})],
    ['a title', (text: Y.Doc) => docTitle(text).insert(0, 'Mine')],
  ])('%s is not accepted, and may be refused', async (_, suggest) => {
    await acts.change(fork, suggest)
    const keys = await acts.keysOf(fork)
    expect(keys).toHaveLength(1)
    const before = await app.deps.rooms.read(roomName('section', section))
    expect((await acts.decide(mentee, fork, true, keys)).status).toBe(400)
    expect(await app.deps.rooms.read(roomName('section', section))).toEqual(before)
    expect(await acts.keysOf(fork)).toEqual(keys)
    expect((await acts.decide(mentee, fork, false, keys)).status).toBe(200)
    expect(await acts.suggestions(fork)).toEqual([])
  })

  test('more than any may hold is not accepted either', async () => {
    await acts.suggest(fork, 'two', 'words '.repeat(1000))
    const wish = { keys: await acts.keysOf(fork), accept: true }
    const forked = { kind: 'section', id: section } as const
    const place = { forked, fork: { id: fork, authorId: mentor.id }, by: mentee.id }
    const full = decideSuggestions(app.deps, place, wish, 4000)
    await expect(full).rejects.toMatchObject({ code: 'too-large' })
    expect(await acts.lines()).toEqual(['One two three four.'])
  })
})

describe('[S18] what was written and deleted while who suggests was away', () => {
  beforeEach(async () => {
    await acts.suggest(fork, 'two', 'seven')
    await acts.suggest(fork, 'four', 'eight')
    await edit((tr) => tr.insert(1, docSchema().text('a secret ')))
    const [first = ''] = await acts.keysOf(fork)
    expect((await acts.decide(mentee, fork, true, [first])).body.decided).toBe(1)
    await edit((tr) => tr.delete(1, 10))
  })

  test('does not come to them with their fork, and what they suggest stays', async () => {
    expect(await heldIn(fork)).toContain('a secret')
    const theirs = await enterSection(app, mentor, fork, 'section-suggestion')
    expect(docBody(theirs.doc).toString()).not.toContain('secret')
    await theirs.leave()
    expect(await heldIn(fork)).not.toContain('a secret')
    expect(await acts.suggestions(fork)).toMatchObject([{ removed: 'four', inserted: 'eight' }])
  })

  test('nor with what was decided: they are told of their own words alone', async () => {
    const seen = async (who: Browser) => (await who.get(`${acts.path}/decided`)).body.decided
    expect(await seen(asMentor)).toMatchObject([{ said: { removed: '', inserted: 'seven' } }])
    expect(await seen(asMentee)).toMatchObject([{ said: { removed: 'two', inserted: 'seven' } }])
  })
})

describe('withdrawn', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  const left = async () => {
    const { db } = app.deps
    return {
      rooms: (await db.select().from(rooms).where(eq(rooms.id, fork))).length,
      rows: (await db.select().from(docSuggestions).where(eq(docSuggestions.id, fork))).length,
      log: (await db.select().from(roomUpdates).where(eq(roomUpdates.roomId, fork))).length > 0,
    }
  }
  const withdraw = async () =>
    expect((await asMentor.delete(`${acts.path}/${fork}`)).status).toBe(204)

  test('it is erased after a day, and not before; what is still suggested stays', async () => {
    const { db } = app.deps
    await acts.suggest(fork, 'two', 'seven')
    await eraseClosedForks(db, inDays(400))
    expect(await left()).toEqual({ rooms: 1, rows: 1, log: true })
    await withdraw()
    await eraseClosedForks(db, inDays(0.9))
    expect(await left()).toEqual({ rooms: 1, rows: 1, log: true })
    expect(await eraseClosedForks(db, inDays(1.1))).toBe(1)
    expect(await left()).toEqual({ rooms: 0, rows: 0, log: false })
    expect(await acts.lines()).toEqual(['One two three four.'])
  })

  test('what was decided in it stays on record, and nothing else of it', async () => {
    const { db } = app.deps
    await acts.suggest(fork, 'two', 'seven')
    await acts.decide(mentee, fork, true)
    await withdraw()
    expect(await eraseClosedForks(db, inDays(2))).toBe(1)
    expect(await eraseClosedForks(db, inDays(2))).toBe(0)
    expect(await left()).toEqual({ rooms: 1, rows: 1, log: false })
    const kept = docSuggestionDecisions
    expect(await db.select().from(kept).where(eq(kept.suggestionId, fork))).toMatchObject([
      { undoDoc: null, undoFork: null },
    ])
    const { decided } = (await asMentee.get(`${acts.path}/decided`)).body
    expect(decided).toMatchObject([{ accepted: true, said: { inserted: 'seven' } }])
    const next = await acts.begin(mentor)
    expect(next).not.toBe(fork)
  })
})

describe('when who suggests is not there any more', () => {
  const listed = async () =>
    (await asMentee.get(acts.path)).body.map(({ id }: { id: string }) => id)

  test('suspended, their suggestions wait for whose the section is, who decides', async () => {
    await acts.suggest(fork, 'two', 'seven')
    const asOwner = await app.as(workspace.owner)
    const suspended = await asOwner.patch(`/api/people/${mentor.id}`, { suspended: true })
    expect(suspended.status).toBe(200)
    expect((await asMentor.get(acts.path)).status).toBe(401)
    expect(await listed()).toEqual([fork])
    expect((await acts.decide(mentee, fork, true)).body.decided).toBe(1)
    expect(await acts.lines()).toEqual(['One seven three four.'])
  })

  test('once they have left the circle nobody comes upon what they suggested', async () => {
    const [ben, cleo] = [await person(), await person()]
    const circle = await makeCircle(app.deps.db, [mentee, ben, cleo])
    ;[section = ''] = (await makeEntry(app.deps.db, mentee, circle, ['circle'])).sections
    acts = forkActs(app, section, 'section')
    fork = await acts.begin(ben)
    const theirs = await enterSection(app, mentee, fork, 'section-suggestion')
    expect(await listed()).toEqual([fork])
    const asBen = await app.as(ben)
    expect((await asBen.post(`/api/mentorships/${circle}/leave`)).status).toBe(204)
    expect(await listed()).toEqual([])
    expect((await asBen.get(acts.path)).status).toBe(404)
    expect((await acts.decide(mentee, fork, false, ['any'])).status).toBe(404)
    await theirs.until(() => theirs.closedWith !== null)
    expect(theirs.closedWith).toBe(closeCodes.noAccess)
    await theirs.leave()
  })
})

describe('taken back at that very moment', () => {
  const takeBack = () =>
    app.deps.db.update(sections).set({ audience: 'private' }).where(eq(sections.id, section))
  const place = (requireStill: () => Promise<unknown>) => ({
    ...{
      forked: { kind: 'section', id: section } as const,
      fork: { id: fork, authorId: mentor.id },
    },
    ...{ by: mentee.id, requireStill },
  })

  test('nothing is decided any more, neither in the section nor in the fork', async () => {
    await acts.suggest(fork, 'two', 'seven')
    const keys = await acts.keysOf(fork)
    for (const accept of [true, false]) {
      const late = decideSuggestions(
        app.deps,
        place(async () => refuse('not-found')),
        { keys, accept },
      )
      await expect(late).rejects.toMatchObject({ code: 'not-found' })
    }
    expect(await acts.lines()).toEqual(['One two three four.'])
    expect(await acts.keysOf(fork)).toEqual(keys)
  })

  test('no fork is made of it', async () => {
    const { db } = app.deps
    await takeBack()
    const late = db.transaction((tx) => requireStillSuggesting(tx, actorOf(mentor), section))
    await expect(late).rejects.toMatchObject({ code: 'not-found' })
  })

  test('[S18] nobody comes into the fork, and nothing that is written meanwhile does', async () => {
    await acts.suggest(fork, 'two', 'seven')
    await acts.decide(mentee, fork, true)
    await takeBack()
    await edit((tr) => tr.insert(1, docSchema().text('for myself ')))
    const late = bringForkForward(app.deps, roomName('section-suggestion', fork))
    await expect(late).rejects.toMatchObject({ code: 'not-found' })
    expect(await heldIn(fork)).not.toContain('for myself')
  })
})
