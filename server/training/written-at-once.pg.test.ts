/** What is begun, written or signed while an account ends: each waits for the other, and nothing outlives it. */
import type { Actor } from '@atelier/shared/access/can'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../db/database'
import {
  trainingPeople,
  trainingPlans,
  trainingRecords,
  trainingSignatures,
} from '../db/training-tables'
import { endAccount } from '../leaving/leave-queries'
import { type MadePerson, type MadeWorkspace, makePerson, makeWorkspace } from '../testing/make'
import { actorOf } from '../testing/make-journal'
import {
  makePlan,
  makeRecord,
  makeSchoolPerson,
  recordTime,
  signAs,
  submit,
  type Three,
  weekSaying,
  writeWeek,
  writtenWeek,
} from '../testing/make-training'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { whileNotCommitted } from '../testing/while-not-committed'
import { insertPlan, insertVersion } from './plan-queries'
import { askInstead, insertRecord, lockRecord, putAnswer } from './record-change-queries'
import { saveDraft, submitWeek } from './week-change-queries'

let database: TestDatabase
let db: Database
let workspace: MadeWorkspace
let plan: string
let three: Three

beforeAll(async () => {
  database = await testDatabase()
  db = database.db
  workspace = await makeWorkspace(db)
  plan = await makePlan(db, workspace.owner)
})
afterAll(() => database.close())
beforeEach(async () => {
  const [apprentice, trainer] = [await makePerson(db, workspace), await makePerson(db, workspace)]
  three = { apprentice, trainer, school: await makeSchoolPerson(db, workspace) }
})

const leaving = (one: MadePerson) => (tx: Database) =>
  endAccount(tx, actorOf(one), { keepName: true, passwordHash: 'none' })
const whileLeaves = <T>(one: MadePerson, second: () => Promise<T>) =>
  whileNotCommitted(database, leaving(one), second)
/** How many wait for a row. */
const waiting = async () =>
  (
    await database.pool.query(`select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`)
  ).rows[0].count
const refused = (code: string) => ({ status: 'rejected', reason: { code } })

const contents = {
  ...{ title: 'Late', occupation: 'Miller' },
  items: [{ code: '1', title: 'Mill', guide: null, unit: 'hours', year: null }],
} as const
const newPlan = () => ({ id: crypto.randomUUID(), ...contents, items: [...contents.items] })
const wishOf = ({ apprentice, trainer, school }: Three) => ({
  ...{ id: crypto.randomUUID(), planId: plan, planVersion: 1, ...recordTime },
  ...{ apprenticeId: apprentice.id, trainerId: trainer.id, schoolId: school.id },
})

test('a plan, or a version of one, that comes while its maker’s account ends is not made', async () => {
  const { trainer } = three
  const own = newPlan()
  await insertPlan(db, actorOf(trainer), own)
  const late = newPlan()
  expect(await whileLeaves(trainer, () => insertPlan(db, actorOf(trainer), late))).toMatchObject(
    refused('signed-out'),
  )
  await expect(
    insertVersion(db, own.id, trainer.id, { basedOn: 1, ...contents, items: [...contents.items] }),
  ).rejects.toMatchObject({ code: 'signed-out' })
  expect(await db.select().from(trainingPlans).where(eq(trainingPlans.id, late.id))).toEqual([])
})

test('a record that comes while one of the three ends their account is not begun', async () => {
  const begin = (wish: ReturnType<typeof wishOf>, by: Actor) => insertRecord(db, by, wish)
  const [one, other] = [wishOf(three), wishOf(three)]
  const byApprentice = actorOf(three.apprentice)
  expect(await whileLeaves(three.school, () => begin(one, byApprentice))).toMatchObject(
    refused('not-found'),
  )
  three.school = await makeSchoolPerson(db, workspace)
  other.schoolId = three.school.id
  expect(await whileLeaves(three.apprentice, () => begin(other, byApprentice))).toMatchObject(
    refused('not-found'),
  )
  for (const { id } of [one, other])
    expect(await db.select().from(trainingRecords).where(eq(trainingRecords.id, id))).toEqual([])
})

test('nobody says yes, or is asked, while their account ends', async () => {
  const asked = wishOf(three)
  await insertRecord(db, actorOf(three.apprentice), asked)
  expect(
    await whileLeaves(three.trainer, () => putAnswer(db, asked.id, three.trainer.id, true)),
  ).toMatchObject(refused('signed-out'))
  const next = await makePerson(db, workspace)
  const wish = { role: 'trainer', personId: next.id } as const
  expect(
    await whileLeaves(next, () => askInstead(db, asked.id, actorOf(three.apprentice), wish)),
  ).toMatchObject(refused('not-found'))
  const rows = await db.select().from(trainingPeople).where(eq(trainingPeople.personId, next.id))
  expect(rows).toEqual([])
})

test('a draft, or a week, that comes while its apprentice’s account ends goes with the record', async () => {
  const { apprentice } = three
  const place = { recordId: await makeRecord(db, three, plan), week: writtenWeek }
  const basedOn = await writeWeek(db, place, 'Milled')
  const late = await whileLeaves(apprentice, () =>
    saveDraft(db, place, { basedOn, form: weekSaying('Late') }),
  )
  expect(late).toMatchObject(refused('not-found'))
  const by = { id: apprentice.id, name: apprentice.name, organisation: '' }
  await expect(submitWeek(db, { place, basedOn, by })).rejects.toMatchObject({ code: 'not-found' })
})

test('what is signed while its apprentice leaves holds them until they have taken it along', async () => {
  const place = { recordId: await makeRecord(db, three, plan), week: writtenWeek }
  const hash = await submit(db, place, three.apprentice, 'Milled')
  const left = await whileNotCommitted(
    database,
    (tx) => signAs(tx, place, { hash, role: 'trainer', by: three.trainer }),
    () => leaving(three.apprentice)(db),
  )
  expect(left).toMatchObject({
    ...{ status: 'rejected', reason: { code: 'invalid' } },
  })
})

test('nobody signs while their account ends', async () => {
  const place = { recordId: await makeRecord(db, three, plan), week: writtenWeek }
  const hash = await submit(db, place, three.apprentice, 'Milled')
  const late = await whileLeaves(three.trainer, () =>
    signAs(db, place, { hash, role: 'trainer', by: three.trainer }),
  )
  expect(late).toMatchObject(refused('conflict'))
})

test('what waits for its turn is signed when its turn comes: what was taken along meanwhile was before it', async () => {
  const place = { recordId: await makeRecord(db, three, plan), week: writtenWeek }
  const hash = await submit(db, place, three.apprentice, 'Milled')
  let signing: Promise<void> | undefined
  const takenAt = await db.transaction(async (tx) => {
    await lockRecord(tx, place.recordId)
    signing = signAs(db, place, { hash, role: 'trainer', by: three.trainer })
    await expect.poll(waiting).toBe(1)
    return Date.now()
  })
  await signing
  const [signed] = await db
    .select()
    .from(trainingSignatures)
    .where(eq(trainingSignatures.recordId, place.recordId))
  expect(Number(signed?.signedAt)).toBeGreaterThanOrEqual(takenAt)
})
