/** Who is let into a section's room, and which sections lists show: asked of every pair of section and person. */
import { can } from '@atelier/shared/access/can'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sectionReaders, sections } from '../db/journal-tables'
import { mentorshipPeople } from '../db/mentorship-tables'
import { changeState, leaveCircle } from '../mentorships/mentorship-change-queries'
import type { Admit } from '../sync/admission'
import { type MadePerson, type MadeWorkspace, makePerson, makeWorkspace } from '../testing/make'
import { actorOf, makeCircle, makeEntry, makePair } from '../testing/make-journal'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { admitFrom } from './admit'
import {
  loadSectionSubjects,
  readersOfEntry,
  sectionVisibleTo,
  withSectionRights,
} from './section-access-queries'
import { signInSessions } from './sign-in-session'

let database: TestDatabase
let admit: Admit
let workspace: MadeWorkspace
let mentee: MadePerson
let mentor: MadePerson

beforeAll(async () => {
  database = await testDatabase()
  admit = admitFrom(database.db)
  workspace = await makeWorkspace(database.db)
  mentee = await person('Mia')
  mentor = await person('Max')
})
afterAll(() => database.close())

const person = (name?: string) => makePerson(database.db, workspace, name ? { name } : {})
const section = (id: string): RoomName => roomName('section', id)
/** How somebody is let in, null for not at all. */
async function accessOf(one: MadePerson, id: string) {
  const { session } = await signInSessions(database.db).create(one.id, '')
  const answer = await admit({ sessionId: session.id, personId: one.id }, section(id))
  return answer.kind === 'admitted' ? answer.access : null
}

describe('a pair', () => {
  let pair: string
  let sectionIds: string[]
  beforeAll(async () => {
    const { db } = database
    pair = await makePair(db, { mentee, mentor })
    sectionIds = (await makeEntry(db, mentee, pair, ['private', 'pair'])).sections
  })
  const accesses = (one: MadePerson) => Promise.all(sectionIds.map((id) => accessOf(one, id)))

  test('both write in what is for the pair, and its author alone in what is private', async () => {
    expect(await accesses(mentee)).toEqual(['write', 'write'])
    expect(await accesses(mentor)).toEqual([null, 'write'])
  })

  test('nobody else is let in: no owner, no admin, no other mentee of the same mentor', async () => {
    const other = await person()
    await makePair(database.db, { mentee: other, mentor })
    const admin = await makePerson(database.db, workspace, { role: 'admin' })
    const foreign = (await makeWorkspace(database.db)).owner
    for (const one of [workspace.owner, admin, other, await person(), foreign]) {
      expect(await accesses(one)).toEqual([null, null])
    }
  })

  test('under another kind of name the room is not there, not even for its author', async () => {
    const { session } = await signInSessions(database.db).create(mentee.id, '')
    const ticket = { sessionId: session.id, personId: mentee.id }
    for (const kind of ['doc', 'board', 'suggestion'] as const) {
      const answer = await admit(ticket, roomName(kind, sectionIds[1] ?? ''))
      expect(answer).toEqual({ kind: 'no-access' })
    }
  })

  test('while it is paused the mentor only reads; once it has ended, nothing', async () => {
    await changeState(database.db, pair, 'paused')
    expect(await accesses(mentor)).toEqual([null, 'read'])
    expect(await accesses(mentee)).toEqual(['write', 'write'])
    await changeState(database.db, pair, 'active')
    expect(await accesses(mentor)).toEqual([null, 'write'])
    await changeState(database.db, pair, 'ended')
    expect(await accesses(mentor)).toEqual([null, null])
    expect(await accesses(mentee)).toEqual(['write', 'write'])
  })
})

test('a question that nobody has said yes to opens nothing', async () => {
  const { db } = database
  const pair = await makePair(db, { mentee, mentor: await person() })
  const asked = await person()
  const [shared = ''] = (await makeEntry(db, mentee, pair, ['pair'])).sections
  const row = { mentorshipId: pair, personId: asked.id, role: 'mentor' } as const
  await db.insert(mentorshipPeople).values(row)
  expect(await accessOf(asked, shared)).toBe(null)
  await db
    .update(mentorshipPeople)
    .set({ answer: true })
    .where(eq(mentorshipPeople.personId, asked.id))
  expect(await accessOf(asked, shared)).toBe('write')
})

test('a circle reads what is for the circle; who has left neither reads nor is read', async () => {
  const { db } = database
  const [ana, ben, cleo] = [await person(), await person(), await person()]
  const circle = await makeCircle(db, [ana, ben, cleo])
  const [anas = ''] = (await makeEntry(db, ana, circle, ['circle'])).sections
  const [bens = ''] = (await makeEntry(db, ben, circle, ['circle'])).sections
  expect(await Promise.all([ana, ben, cleo].map((one) => accessOf(one, anas)))).toEqual([
    ...['write', 'write', 'write'],
  ])
  await leaveCircle(db, circle, ben.id)
  expect(await accessOf(ben, anas)).toBe(null)
  expect(await accessOf(cleo, bens)).toBe(null)
  expect(await accessOf(ben, bens)).toBe('write')
  expect(await accessOf(cleo, anas)).toBe('write')
})

test('what is signed is read, and written by nobody', async () => {
  const { db } = database
  const pair = await makePair(db, { mentee: await person(), mentor })
  const author = await person()
  const own = await makePair(db, { mentee: author, mentor })
  expect(own).not.toBe(pair)
  const [signed = ''] = (await makeEntry(db, author, own, ['pair'])).sections
  await db.update(sections).set({ frozenAt: new Date() }).where(eq(sections.id, signed))
  expect([await accessOf(author, signed), await accessOf(mentor, signed)]).toEqual(['read', 'read'])
})

test('who has it before them is noted before they have it, and its author never is', async () => {
  const { db } = database
  const author = await person()
  const pair = await makePair(db, { mentee: author, mentor })
  const [shared = '', hidden = ''] = (await makeEntry(db, author, pair, ['pair', 'private']))
    .sections
  const readers = () => db.select().from(sectionReaders).where(eq(sectionReaders.sectionId, shared))
  await accessOf(author, shared)
  expect(await readers()).toEqual([])
  await accessOf(mentor, shared)
  await accessOf(mentor, hidden)
  await accessOf(workspace.owner, shared)
  const [first, ...others] = await readers()
  expect([first?.personId, others]).toEqual([mentor.id, []])
  await accessOf(mentor, shared)
  const [again] = await readers()
  expect(again?.firstAt).toEqual(first?.firstAt)
  expect(again?.lastAt.getTime()).toBeGreaterThan(first?.lastAt.getTime() ?? Number.NaN)
  const rows = await db.select().from(sectionReaders).where(eq(sectionReaders.sectionId, hidden))
  expect(rows).toEqual([])
})

test('lists, doors and notices agree with `can`, for every section and every person there is', async () => {
  const { db } = database
  const people = [workspace.owner, mentee, mentor]
  for (const role of ['admin', 'partner'] as const)
    people.push(await makePerson(db, workspace, { role }))
  const [ana, cleo, dora] = [await person(), await person(), await person()]
  people.push(ana, cleo, dora, (await makeWorkspace(db)).owner)
  const all = ['private', 'pair', 'circle'] as const
  const made: { id: string; sections: string[] }[] = []
  for (const state of ['active', 'paused', 'ended'] as const) {
    const ben = await person()
    people.push(ben)
    const pair = await makePair(db, { mentee: ana, mentor: ben })
    const circle = await makeCircle(db, [ana, cleo, dora])
    for (const [author, place] of [
      [ana, pair],
      [ben, pair],
      [cleo, circle],
      [ana, circle],
      [dora, null],
    ] as const)
      made.push(await makeEntry(db, author, place, all))
    if (state !== 'active') for (const id of [pair, circle]) await changeState(db, id, state)
    if (state === 'active') await leaveCircle(db, circle, cleo.id)
  }
  const sectionIds = made.flatMap((entry) => entry.sections)
  let readable = 0
  for (const one of people) {
    const actor = actorOf(one)
    const questions = sectionIds.map((sectionId) => ({ personId: one.id, sectionId }))
    const subjects = await loadSectionSubjects(db, questions)
    const allowed = sectionIds.filter((_, nth) => {
      const subject = subjects[nth]
      return subject != null && can(actor, 'read', subject)
    })
    const listed = (await withSectionRights(db, actor).where(and(sectionVisibleTo(actor)))).map(
      ({ section: { id } }) => id,
    )
    const among = listed.filter((id) => sectionIds.includes(id))
    expect([one.name, among.sort()]).toEqual([one.name, [...allowed].sort()])
    readable += allowed.length
  }
  expect(readable).toBeGreaterThan(made.length * 3)
  for (const entry of made) {
    const questions = people.flatMap(({ id: personId }) =>
      entry.sections.map((sectionId) => ({ personId, sectionId })),
    )
    const subjects = await loadSectionSubjects(db, questions)
    const reading = people.filter((one) =>
      questions.some(({ personId }, nth) => {
        const subject = subjects[nth]
        return personId === one.id && subject != null && can(actorOf(one), 'read', subject)
      }),
    )
    const told = await readersOfEntry(db, entry.id)
    expect(told.sort()).toEqual(reading.map(({ id }) => id).sort())
  }
})
