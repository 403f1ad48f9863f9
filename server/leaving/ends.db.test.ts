/** How a mentorship, and a journal, end when somebody goes: suspended, or by their own will. */
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { entries, sections } from '../db/journal-tables'
import { roomUpdates } from '../db/log-tables'
import { goals } from '../db/mentoring-tables'
import { lookBacks, mentorProfiles } from '../db/mentorship-tables'
import { promptSets } from '../db/prompt-tables'
import { invitations, people, rooms } from '../db/tables'
import { putLookBack } from '../mentorships/look-back-queries'
import { changeState } from '../mentorships/mentorship-change-queries'
import { enterSection, sectionPath } from '../testing/enter-section'
import { type LiveApp, liveApp } from '../testing/live-app'
import {
  type MadePerson,
  type MadeWorkspace,
  makePerson,
  makeWorkspace,
  password,
} from '../testing/make'
import {
  makeCircle,
  makeEntry,
  makeMentoring,
  makePair,
  makePrompts,
} from '../testing/make-journal'
import type { Browser } from '../testing/test-app'

let app: LiveApp
let workspace: MadeWorkspace
let mia: MadePerson
let max: MadePerson
let asMia: Browser
let asMax: Browser
let asOwner: Browser
let pair: string

beforeAll(async () => {
  app = await liveApp()
  workspace = await makeWorkspace(app.deps.db)
  asOwner = await app.as(workspace.owner)
})
afterAll(() => app.stop())
beforeEach(async () => {
  ;[mia, max] = [await person(), await person()]
  ;[asMia, asMax] = [await app.as(mia), await app.as(max)]
  pair = await makePair(app.deps.db, { mentee: mia, mentor: max })
})

const person = () => makePerson(app.deps.db, workspace)
const stateOf = async (browser = asMia, id = pair) =>
  (await browser.get(`/api/mentorships/${id}`)).body.state
const suspend = (one: MadePerson, suspended = true) =>
  asOwner.patch(`/api/people/${one.id}`, { suspended })
const leave = (browser: Browser, wish: object = {}) =>
  browser.post('/api/me/leave', { password, keepName: true, ...wish })

describe('a mentor who is suspended', () => {
  test('leaves the mentee all they wrote, and the pair resting until one of them decides', async () => {
    const { id, sections: own } = await makeEntry(app.deps.db, mia, pair, ['pair'])
    await suspend(max)
    expect(await stateOf()).toBe('paused')
    expect((await asMia.get(`/api/journals/entries/${id}`)).body.sections).toHaveLength(1)
    await (await enterSection(app, mia, own[0] ?? '')).leave()
    await suspend(max, false)
    expect(await stateOf()).toBe('paused')
    expect((await (await app.as(max)).post(`/api/mentorships/${pair}/resume`)).status).toBe(204)
    expect(await stateOf()).toBe('active')
  })

  test('takes what they have shared with them at once, and brings it back', async () => {
    const { sections: own } = await makeEntry(app.deps.db, max, pair, ['pair'])
    const section = own[0] ?? ''
    const mias = await enterSection(app, mia, section)
    await suspend(max)
    await mias.until(() => mias.closedWith === closeCodes.noAccess)
    const entriesOf = async () => (await asMia.get('/api/journals/entries')).body.entries
    expect(await entriesOf()).toEqual([])
    await suspend(max, false)
    expect(await entriesOf()).toHaveLength(1)
    await mias.leave()
  })
})

describe('while somebody is suspended', () => {
  test('nobody reads what they aim at, or begins with their prompts', async () => {
    await makeMentoring(app.deps.db, pair, mia)
    await makePrompts(app.deps.db, pair, mia)
    const seen = async () => {
      const { goals: aims } = (await asMax.get(`/api/mentorships/${pair}/mentoring`)).body
      return [aims.length, (await asMax.get('/api/me/prompts')).body.sets.length]
    }
    expect(await seen()).toEqual([1, 1])
    await suspend(mia)
    expect(await seen()).toEqual([0, 0])
    await suspend(mia, false)
    expect(await seen()).toEqual([1, 1])
  })

  test('nothing begins that they have asked for, and a no is said as ever', async () => {
    const [ben, cleo] = [await person(), await person()]
    const ask = async (other: MadePerson) => {
      const id = crypto.randomUUID()
      const wish = { kind: 'pair', id, personId: other.id, as: 'mentee', words: '' }
      await asMia.post('/api/mentorships', wish)
      return id
    }
    const [yes, no] = [await ask(ben), await ask(cleo)]
    await suspend(mia)
    const answer = async (one: MadePerson, id: string, accept: boolean) =>
      (await (await app.as(one)).post(`/api/mentorships/${id}/answer`, { accept, words: '' }))
        .status
    expect(await answer(ben, yes, true)).toBe(409)
    expect(await answer(cleo, no, false)).toBe(204)
    await suspend(mia, false)
    expect(await answer(ben, yes, true)).toBe(204)
  })
})

describe('who leaves by their own will', () => {
  test('says their password, and is no longer here', async () => {
    expect((await leave(asMia, { password: 'not mine' })).status).toBe(400)
    expect((await asMia.get('/api/me')).status).toBe(200)
    expect((await leave(asMia)).status).toBe(204)
    expect((await asMia.get('/api/me')).status).toBe(401)
    const again = await app.browser().post('/api/sign-in', { email: mia.email, password })
    expect(again.status).toBe(401)
    const [row] = await app.deps.db.select().from(people).where(eq(people.id, mia.id))
    expect([row?.name, row?.email.includes(mia.email)]).toEqual([mia.name, false])
  })

  test('is not brought back by anybody, counts as nobody who runs the workspace, and ends their links', async () => {
    const owner = await makePerson(app.deps.db, workspace, { role: 'owner' })
    const asLeaver = await app.as(owner)
    const organisationId = workspace.organisationId
    const link = { role: 'member', organisationId, days: 7, uses: null, project: null, note: '' }
    const { id } = (await asLeaver.post('/api/invitations', link)).body
    expect((await leave(asLeaver)).status).toBe(204)
    const path = `/api/people/${owner.id}`
    for (const change of [{ suspended: false }, { role: 'owner' }, { suspended: true }])
      expect((await asOwner.patch(path, change)).status).toBe(409)
    const listed: { id: string }[] = (await asOwner.get('/api/people')).body
    expect(listed.find((one) => one.id === owner.id)).toMatchObject({
      ...{ role: 'member', suspended: false, hasLeft: true },
    })
    const grants: { kind: string; person?: { id: string } }[] = (await asOwner.get('/api/grants'))
      .body
    expect(grants.filter(({ person: one }) => one?.id === owner.id)).toEqual([])
    const [revoked] = await app.deps.db.select().from(invitations).where(eq(invitations.id, id))
    expect(revoked?.revokedAt).toBeInstanceOf(Date)
    const ask = {
      kind: 'pair',
      id: crypto.randomUUID(),
      personId: owner.id,
      as: 'mentee',
      words: '',
    }
    expect((await asMia.post('/api/mentorships', ask)).status).toBe(404)
  })

  test('takes their name along, where they want to', async () => {
    await leave(asMia, { keepName: false })
    const [row] = await app.deps.db.select().from(people).where(eq(people.id, mia.id))
    expect(row?.name).toBe('—')
  })

  test('takes all of their journal along: text, log, who has read it; also what was signed', async () => {
    const { db } = app.deps
    const mine = await makeEntry(db, mia, pair, ['private', 'pair', 'pair'])
    const theirs = await makeEntry(db, max, pair, ['pair'])
    await db
      .update(sections)
      .set({ frozenAt: new Date() })
      .where(eq(sections.id, mine.sections[2] ?? ''))
    const maxs = await enterSection(app, max, mine.sections[1] ?? '')
    await leave(asMia)
    await maxs.until(() => maxs.closedWith === closeCodes.noAccess)
    const left = await Promise.all([
      db.select().from(entries).where(eq(entries.authorId, mia.id)),
      db.select().from(rooms).where(inArray(rooms.id, mine.sections)),
      db.select().from(roomUpdates).where(inArray(roomUpdates.roomId, mine.sections)),
    ])
    expect(left).toEqual([[], [], []])
    expect((await asMax.get(`/api/journals/entries/${mine.id}`)).status).toBe(404)
    expect((await asMax.get(`/api/journals/entries/${theirs.id}`)).status).toBe(200)
    await maxs.leave()
  })

  test('leaves no goals, prompts, looks back or profile behind', async () => {
    const { db } = app.deps
    await makeMentoring(db, pair, mia)
    await makePrompts(db, pair, mia)
    const profile = { isOpen: true, offers: [], seeks: [], languages: [], capacity: 1, about: '' }
    await asMia.put('/api/me/mentor-profile', profile)
    const before = await makePair(db, { mentee: mia, mentor: await person() })
    await changeState(db, before, 'ended')
    await putLookBack(db, before, { personId: mia.id, words: 'Thank you' })
    const owned = () =>
      Promise.all([
        db.select().from(goals).where(eq(goals.personId, mia.id)),
        db.select().from(promptSets).where(eq(promptSets.makerId, mia.id)),
        db.select().from(lookBacks).where(eq(lookBacks.personId, mia.id)),
        db.select().from(mentorProfiles).where(eq(mentorProfiles.personId, mia.id)),
      ])
    expect((await owned()).map((rows) => rows.length)).toEqual([1, 1, 1, 1])
    expect((await leave(asMia)).status).toBe(204)
    expect((await owned()).map((rows) => rows.length)).toEqual([0, 0, 0, 0])
  })

  test('ends their pairs, leaves their circles to the others, and keeps nobody waiting', async () => {
    const { db } = app.deps
    const [ben, cleo, dora] = [await person(), await person(), await person()]
    const circle = await makeCircle(db, [ben, mia, cleo])
    const asked = crypto.randomUUID()
    const asDora = await app.as(dora)
    const wish = { kind: 'pair', id: asked, personId: mia.id, as: 'mentee', words: '' }
    await asDora.post('/api/mentorships', wish)
    const { sections: shared } = await makeEntry(db, ben, circle, ['circle'])
    await leave(asMia)
    expect(await stateOf(asMax)).toBe('ended')
    expect(await stateOf(await app.as(ben), circle)).toBe('active')
    expect(await stateOf(asDora, asked)).toBe('declined')
    const late = app.open(sectionPath(shared[0] ?? ''), await app.signedIn(mia))
    expect(await late.closed()).toBe(closeCodes.signedOut)
  })

  test('takes only themself out of a circle that still waits for answers, which may come together', async () => {
    const [ben, cleo, dora] = [await person(), await person(), await person()]
    const ask = async (by: MadePerson, others: MadePerson[]) => {
      const id = crypto.randomUUID()
      const personIds = others.map((one) => one.id)
      const wish = { kind: 'circle', id, personIds, words: '' }
      expect((await (await app.as(by)).post('/api/mentorships', wish)).status).toBe(201)
      return id
    }
    const asked = await ask(ben, [mia, cleo, dora])
    const own = await ask(mia, [ben, cleo])
    const few = await ask(ben, [mia, cleo])
    const say = async (one: MadePerson, id: string) =>
      (await app.as(one)).post(`/api/mentorships/${id}/answer`, { accept: true, words: '' })
    for (const id of [asked, few]) expect((await say(mia, id)).status).toBe(204)
    expect((await leave(asMia)).status).toBe(204)
    const asBen = await app.as(ben)
    const states = () => Promise.all([asked, own, few].map((id) => stateOf(asBen, id)))
    expect(await states()).toEqual(['asked', 'ended', 'declined'])
    expect((await say(cleo, asked)).status).toBe(204)
    expect(await states()).toEqual(['asked', 'ended', 'declined'])
    expect((await say(dora, asked)).status).toBe(204)
    expect(await states()).toEqual(['active', 'ended', 'declined'])
  })

  test('asks nobody any more by the prompts they made', async () => {
    const { promptSet } = await makePrompts(app.deps.db, pair, mia)
    const plan = { id: crypto.randomUUID(), rhythm: 'week', on: '2026-11-27', mentorshipId: null }
    for (const set of [promptSet, 'week'])
      await asMax.post('/api/me/prompt-schedules', { ...plan, id: crypto.randomUUID(), set })
    await leave(asMia)
    expect((await asMax.get('/api/me/prompts')).body.schedules).toMatchObject([{ set: 'week' }])
  })

  test('is not the last one who runs the workspace', async () => {
    const { owner } = await makeWorkspace(app.deps.db)
    const browser = await app.as(owner)
    await makeEntry(app.deps.db, owner, null)
    expect((await leave(browser)).status).toBe(409)
    expect((await browser.get('/api/journals/entries')).body.entries).toHaveLength(1)
  })
})
