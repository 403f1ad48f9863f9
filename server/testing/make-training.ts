/** An apprentice, a trainer and a school, and what they write and sign. */
import type { WeekForm } from '@atelier/shared/training/week-form'
import type { Database } from '../db/database'
import { insertPlan } from '../training/plan-queries'
import { insertRecord, putAnswer } from '../training/record-change-queries'
import { returnWeek, saveDraft, signWeek, submitWeek } from '../training/week-change-queries'
import { loadWeeks } from '../training/week-queries'
import { type MadePerson, type MadeWorkspace, makeOrganisation, makePerson } from './make'
import { actorOf } from './make-journal'

export const writtenWeek = '2026-W40'
export const recordTime = { startsOn: '2026-08-31', endsOn: '2029-07-31' }

export const makePlan = async (db: Database, maker: MadePerson, title = 'Industrial mechanic') => {
  const id = crypto.randomUUID()
  const item = { guide: 40, unit: 'hours', year: 1 } as const
  await insertPlan(db, actorOf(maker), {
    ...{ id, title, occupation: 'Industrial mechanic' },
    items: [
      { code: '1.1', title: 'Measure a part', ...item },
      { code: '1.2', title: 'Mill a shaft', ...item },
    ],
  })
  return id
}

/** Somebody of another organisation. */
export async function makeSchoolPerson(db: Database, workspace: MadeWorkspace) {
  const { id: organisationId } = await makeOrganisation(db, workspace)
  return makePerson(db, workspace, { organisationId, role: 'partner' })
}

export type Three = { apprentice: MadePerson; trainer: MadePerson; school: MadePerson }

/** In force. */
export async function makeRecord(db: Database, people: Three, planId: string): Promise<string> {
  const id = crypto.randomUUID()
  const { apprentice, trainer, school } = people
  await insertRecord(db, actorOf(apprentice), {
    ...{ id, planId, planVersion: 1, ...recordTime },
    ...{ apprenticeId: apprentice.id, trainerId: trainer.id, schoolId: school.id },
  })
  for (const one of [trainer, school]) await putAnswer(db, id, one.id, true)
  return id
}

export const weekSaying = (text: string): WeekForm => ({
  ...{ absence: 'none', text },
  activities: [{ words: text, minutes: 90, items: ['1.1'] }],
})

const whoIs = ({ id, name }: MadePerson) => ({ id, name, organisation: `House of ${id}` })

export type WeekPlace = { recordId: string; week: string }

export async function writeWeek(db: Database, place: WeekPlace, text: string): Promise<number> {
  const [there] = await loadWeeks(db, place.recordId, place.week)
  const basedOn = there?.row.draftVersion ?? 0
  return saveDraft(db, place, { basedOn, form: weekSaying(text) })
}

/** Answers the hash of what was submitted. */
export async function submit(
  db: Database,
  place: WeekPlace,
  apprentice: MadePerson,
  text: string,
): Promise<string> {
  const basedOn = await writeWeek(db, place, text)
  await submitWeek(db, { place, basedOn, by: whoIs(apprentice) })
  const [week] = await loadWeeks(db, place.recordId, place.week)
  return week?.parts.at(-1)?.row.hash ?? ''
}

export const signAs = (
  db: Database,
  place: WeekPlace,
  { hash, role, by }: { hash: string; role: 'trainer' | 'school'; by: MadePerson },
) => signWeek(db, { place, hash, role, by: whoIs(by) })

export const sendBack = (
  db: Database,
  place: WeekPlace,
  { hash, by, words }: { hash: string; by: MadePerson; words: string },
) => returnWeek(db, { place, hash, role: 'trainer', by: whoIs(by), words })

/** For routes: a plan, and a record of which one week is signed by the trainer. */
export async function makeTraining(
  db: Database,
  workspace: MadeWorkspace,
  people: Omit<Three, 'school'>,
): Promise<{ plan: string; record: string }> {
  const school = await makeSchoolPerson(db, workspace)
  const plan = await makePlan(db, people.apprentice)
  const record = await makeRecord(db, { ...people, school }, plan)
  const place = { recordId: record, week: writtenWeek }
  const hash = await submit(db, place, people.apprentice, 'Milled a shaft')
  await signAs(db, place, { hash, role: 'trainer', by: people.trainer })
  return { plan, record }
}
