/** What is said or revealed in a workshop while it is closed, or left: each waits for the other, and nothing is lost. */
import { must } from '@atelier/shared/basics/must'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../db/database'
import { workshopStages } from '../db/workshop-tables'
import { type MadePerson, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type MadeWorkshop, makeSeat, makeWorkshop, seatOf } from '../testing/make-workshop'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { whileNotCommitted } from '../testing/while-not-committed'
import { moveToStage } from './facilitate-queries'
import { leaveWorkshops } from './leave-workshops-queries'
import { revealNotes } from './reveal-queries'
import { closeStagesOf, closeVoteBehind, loadStage } from './stage-queries'
import { putDots } from './vote-queries'

let database: TestDatabase
let db: Database
let workshop: MadeWorkshop
let mia: MadePerson

beforeAll(async () => {
  database = await testDatabase()
  db = database.db
})
afterAll(() => database.close())
beforeEach(async () => {
  const workspace = await makeWorkspace(db)
  mia = await makePerson(db, workspace)
  const project = await makeProject(db, workspace.owner, { members: [[mia, 'contributor']] })
  workshop = await makeWorkshop(db, project, workspace.owner)
  await makeSeat(db, { id: workshop.id, project }, { person: mia, byLink: false })
  await moveToStage(db, workshop, { stageId: workshop.stage('vote').id, from: null })
})

const voting = async () => {
  const { id: participantId } = await seatOf(db, workshop.id, mia.id)
  const stage = await loadStage(db, workshop.id, workshop.stage('vote').id, ['vote'])
  const vote = { target: crypto.randomUUID(), dots: 1 }
  return (tx: Database) => putDots(tx, { workshopId: workshop.id, stage, participantId }, vote)
}
const isClosed = async () => {
  const { id } = workshop.stage('vote')
  const [row] = await db.select().from(workshopStages).where(eq(workshopStages.id, id))
  return must(row, 'stage').closedAt !== null
}

test('the first vote of all, given while everybody goes on, is counted: its stage is closed', async () => {
  const [from, to] = [workshop.stage('vote').id, must(workshop.stages.at(-1), 'stage').id]
  const went = await whileNotCommitted(database, await voting(), () =>
    closeVoteBehind(db, workshop.id, { from, to }),
  )
  expect(went).toMatchObject({ status: 'fulfilled', value: true })
  expect(await isClosed()).toBe(true)
})

test('the first vote of all, given while the workshop ends, is counted: its stage is closed', async () => {
  await whileNotCommitted(database, await voting(), () =>
    db.transaction((tx) => closeStagesOf(tx, workshop.id)),
  )
  expect(await isClosed()).toBe(true)
})

test('a reveal waits for whoever is leaving, and finds nothing of theirs', async () => {
  const leave = (tx: Database) => leaveWorkshops(tx, { personId: mia.id, isNamed: true })
  const revealed = await whileNotCommitted(database, leave, () =>
    revealNotes(db, workshop.id, [workshop.stage('ideate').id]),
  )
  expect(revealed).toMatchObject({ status: 'fulfilled', value: false })
})
