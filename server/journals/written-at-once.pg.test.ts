/** What is written in a journal while something else takes away what it stands in: each waits for the other. */
import type { NewSchedule } from '@atelier/shared/journals/prompt-contract'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { holdEntry } from '../access/section-access-queries'
import { noteReader } from '../access/section-reader-queries'
import type { Database } from '../db/database'
import { entries, sectionReaders } from '../db/journal-tables'
import { agendaItems } from '../db/mentoring-tables'
import { endAccount } from '../leaving/leave-queries'
import { deleteSession } from '../mentorships/mentoring-queries'
import { insertMentorship, putAnswer } from '../mentorships/mentorship-change-queries'
import { putQuestion, untickQuestion } from '../mentorships/question-queries'
import { insertGoal } from '../mentorships/to-do-queries'
import { changeStanding } from '../people/person-queries'
import {
  type MadePerson,
  type MadeWorkspace,
  makePerson,
  makeThread,
  makeWorkspace,
} from '../testing/make'
import { actorOf, makeEntry, makeMentoring, makePair } from '../testing/make-journal'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { whileNotCommitted } from '../testing/while-not-committed'
import { eraseEntry, insertEntry } from './entry-queries'
import { insertSchedule, insertSet } from './prompt-queries'
import { insertSection } from './section-queries'

let database: TestDatabase
let db: Database
let workspace: MadeWorkspace
let mia: MadePerson
let max: MadePerson
let pair: string

beforeAll(async () => {
  database = await testDatabase()
  db = database.db
  workspace = await makeWorkspace(db)
})
afterAll(() => database.close())
beforeEach(async () => {
  ;[mia, max] = [await makePerson(db, workspace), await makePerson(db, workspace)]
  pair = await makePair(db, { mentee: mia, mentor: max })
})

const newId = () => crypto.randomUUID()
const newEntry = (sessionId: string | null = null) => ({
  ...{ id: newId(), mentorshipId: pair, sessionId, begunWith: null, title: '' },
  ...{ on: '2026-11-27', sections: [{ id: newId(), prompt: '' }] },
})
const leaving = (tx: Database) =>
  endAccount(tx, actorOf(mia), { keepName: true, passwordHash: 'none' })

const inTheMidstOf = <T>(first: (tx: Database) => Promise<unknown>, second: () => Promise<T>) =>
  whileNotCommitted(database, first, second)

const refused = (code: string) => ({ status: 'rejected', reason: { code } })

test('an entry, or a section, that comes while its author’s account ends does not outlive it', async () => {
  const { id: entryId } = await makeEntry(db, mia, pair)
  const place = { entryId, workspaceId: workspace.id, createdBy: mia.id }
  const late = () =>
    Promise.any([
      insertEntry(db, actorOf(mia), newEntry()),
      insertSection(db, place, { id: newId(), prompt: '' }),
    ])
  const waiting = inTheMidstOf(leaving, () => insertEntry(db, actorOf(mia), newEntry()))
  expect(await waiting).toMatchObject(refused('signed-out'))
  await expect(late()).rejects.toMatchObject({
    errors: [{ code: 'signed-out' }, { code: 'signed-out' }],
  })
  expect(await db.select().from(entries).where(eq(entries.authorId, mia.id))).toEqual([])
  const own = { id: newId(), title: 'Late', mentorshipId: null }
  const plan = { id: newId(), set: 'week', rhythm: 'week', on: '2026-11-27', mentorshipId: null }
  for (const write of [
    () => insertGoal(db, mia.id, { ...own, due: null }),
    () => insertSet(db, mia.id, { ...own, prompts: ['Why?'] }),
    () => insertSchedule(db, mia.id, plan as NewSchedule),
  ])
    await expect(write()).rejects.toMatchObject({ code: 'signed-out' })
})

test('a session is called off while somebody opens a question again that was on its agenda', async () => {
  const { mentoringSession } = await makeMentoring(db, pair, mia)
  const sessionId = mentoringSession
  const { id: entryId, sections } = await makeEntry(db, mia, pair, ['pair'])
  await db.update(entries).set({ sessionId }).where(eq(entries.id, entryId))
  const { id: threadId } = await makeThread(db, { id: sections[0] ?? '' }, max)
  const question = { ...{ mentorshipId: pair, entryId, threadId }, sectionId: sections[0] ?? '' }
  const asked = { ...{ id: newId(), words: 'Why?' }, from: 'pair' } as const
  await putQuestion(db, { ...question, by: max.id }, asked)
  await db
    .update(agendaItems)
    .set({ sessionId, doneAt: new Date() })
    .where(eq(agendaItems.id, asked.id))
  const calledOff = await whileNotCommitted(
    database,
    (tx) => holdEntry(tx, entryId),
    () => deleteSession(db, { mentorshipId: pair, id: sessionId }),
    (tx) => untickQuestion(tx, threadId),
  )
  expect(calledOff).toMatchObject({ status: 'fulfilled' })
  expect(await db.select().from(agendaItems).where(eq(agendaItems.id, asked.id))).toMatchObject([
    { sessionId: null, doneAt: null },
  ])
})

test('an entry that is not committed when its author’s account ends goes with it', async () => {
  const one = newEntry()
  const left = await inTheMidstOf(
    (tx) => insertEntry(tx, actorOf(mia), one),
    () => leaving(db),
  )
  expect(left).toMatchObject({ status: 'fulfilled' })
  expect(await db.select().from(entries).where(eq(entries.authorId, mia.id))).toEqual([])
})

test('notes that name a session which is called off are of none, or are refused', async () => {
  const { mentoringSession: first } = await makeMentoring(db, pair, mia)
  const { mentoringSession: second } = await makeMentoring(db, pair, mia)
  const one = newEntry(first)
  const calledOff = await inTheMidstOf(
    (tx) => insertEntry(tx, actorOf(mia), one),
    () => deleteSession(db, { mentorshipId: pair, id: first }),
  )
  expect(calledOff).toMatchObject({ status: 'fulfilled' })
  expect(await db.select().from(entries).where(eq(entries.id, one.id))).toMatchObject([
    { sessionId: null },
  ])
  const late = await inTheMidstOf(
    (tx) => deleteSession(tx, { mentorshipId: pair, id: second }),
    () => insertEntry(db, actorOf(mia), newEntry(second)),
  )
  expect(late).toMatchObject(refused('not-found'))
})

test('a section that comes while its entry is erased finds none', async () => {
  const { id: entryId } = await makeEntry(db, mia, pair)
  const place = { entryId, workspaceId: workspace.id, createdBy: mia.id }
  const late = await inTheMidstOf(
    (tx) => eraseEntry(tx, entryId),
    () => insertSection(db, place, { id: newId(), prompt: '' }),
  )
  expect(late).toMatchObject(refused('not-found'))
})

test('who comes to read while it is erased reads nothing, and is not in its way', async () => {
  const made = await makeEntry(db, mia, pair, ['pair'])
  const reader = { sectionId: made.sections[0] ?? '', personId: max.id }
  const erased = await inTheMidstOf(
    (tx) => noteReader(tx, reader),
    () => eraseEntry(db, made.id),
  )
  expect(erased).toMatchObject({ status: 'fulfilled' })
  expect(await db.select().from(sectionReaders)).toEqual([])
  const other = await makeEntry(db, mia, pair, ['pair'])
  const late = await inTheMidstOf(
    (tx) => eraseEntry(tx, other.id),
    () => noteReader(db, { ...reader, sectionId: other.sections[0] ?? '' }),
  )
  expect(late).toEqual({ status: 'fulfilled', value: false })
})

test('a yes that comes while who asked is suspended begins nothing', async () => {
  const ben = await makePerson(db, workspace)
  const id = newId()
  const ask = { kind: 'pair', id, personId: ben.id, as: 'mentee', words: '' } as const
  await insertMentorship(db, actorOf(mia), ask)
  const late = await inTheMidstOf(
    (tx) => changeStanding(tx, actorOf(workspace.owner), mia.id, { suspendedAt: new Date() }),
    () => putAnswer(db, id, ben.id, { accept: true, words: '' }),
  )
  expect(late).toMatchObject(refused('conflict'))
})
