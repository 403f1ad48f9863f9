import type { Actor } from '@atelier/shared/access/can'
import type { TrainingRole } from '@atelier/shared/access/roles'
import { dayAfter } from '@atelier/shared/basics/days'
import { firstDayOf, weekOf } from '@atelier/shared/training/iso-week'
import type { WeekForm } from '@atelier/shared/training/week-form'
import type { Database } from '../../db/database'
import { insertPlan } from '../../training/plan-queries'
import { insertRecord, putAnswer } from '../../training/record-change-queries'
import {
  returnWeek,
  saveDraft,
  signWeek,
  submitWeek,
  type WeekPlace,
} from '../../training/week-change-queries'
import { loadWeeks } from '../../training/week-queries'
import { demoOrganisations, demoPeople } from '../demo-people'
import type { DemoIds } from '../demo-workspace'
import { type DemoActivity, type DemoWeek, demoPlan, demoRecord, demoWeeks } from './demo-training'

const today = () => new Date().toISOString().slice(0, 10)
const weekAgo = (weeks: number) => weekOf(dayAfter(today(), -7 * weeks))

/** On a day of the week after, in the afternoon; of what would be ahead, now. */
function after(week: string, days: number): Date {
  const at = new Date(`${dayAfter(firstDayOf(week), days)}T14:10:00Z`)
  return at < new Date() ? at : new Date()
}

/** A plan, and the record of one apprentice who has come a while along it. */
export async function createDemoTraining(tx: Database, ids: DemoIds): Promise<void> {
  const { people } = ids
  const planId = crypto.randomUUID()
  await insertPlan(tx, actorOf(ids, demoRecord.trainer), { id: planId, ...demoPlan })
  const recordId = crypto.randomUUID()
  const startsOn = firstDayOf(weekAgo(demoRecord.weeksSoFar))
  await insertRecord(tx, actorOf(ids, demoRecord.apprentice), {
    ...{ id: recordId, planId, planVersion: 1 },
    ...{ startsOn, endsOn: dayAfter(startsOn, 3 * 365 - 1) },
    apprenticeId: people[demoRecord.apprentice],
    trainerId: people[demoRecord.trainer],
    schoolId: people[demoRecord.school],
  })
  for (const role of ['trainer', 'school'] as const)
    await putAnswer(tx, recordId, people[demoRecord[role]], true)
  for (const week of demoWeeks) await createWeek(tx, ids, recordId, week)
}

const actorOf = ({ people, workspaceId }: DemoIds, key: keyof typeof demoPeople): Actor => ({
  ...{ personId: people[key], workspaceId, role: demoPeople[key].role },
})

function whoIs({ people }: DemoIds, role: TrainingRole) {
  const { name, organisation } = demoPeople[demoRecord[role]]
  return { id: people[demoRecord[role]], name, organisation: demoOrganisations[organisation].name }
}

const formOf = (text: string, does: readonly DemoActivity[]): WeekForm => ({
  ...{ absence: 'none', text },
  activities: does.map(({ does: words, hours, items }) => ({
    ...{ words, minutes: hours * 60, items: [...items] },
  })),
})

async function createWeek(tx: Database, ids: DemoIds, recordId: string, demo: DemoWeek) {
  const { absence = 'none', text = '', does = [], standing, addendum } = demo
  const place = { recordId, week: weekAgo(demo.weeksAgo) }
  const form = { ...formOf(text, does), absence }
  if (standing === 'draft') {
    await saveDraft(tx, place, { basedOn: 0, form })
    return
  }
  const hash = await submit(tx, ids, place, { form, days: 4 })
  if (typeof standing === 'object') {
    const said = { hash, role: 'trainer', words: standing.sentBack } as const
    await returnWeek(tx, { place, by: whoIs(ids, 'trainer'), ...said })
  }
  const signers = { signed: ['trainer', 'school'], 'half-signed': ['trainer'] } as const
  if (standing !== 'signed' && standing !== 'half-signed') return
  for (const [nth, role] of signers[standing].entries())
    await signWeek(tx, { place, hash, role, by: whoIs(ids, role) }, after(place.week, 7 + nth))
  if (!addendum) return
  const added = { form: formOf(addendum.text, addendum.does), days: 9 }
  const addedHash = await submit(tx, ids, place, added)
  for (const role of signers.signed) {
    const signing = { place, hash: addedHash, role, by: whoIs(ids, role) }
    await signWeek(tx, signing, after(place.week, 10))
  }
}

async function submit(
  tx: Database,
  ids: DemoIds,
  place: WeekPlace,
  { form, days }: { form: WeekForm; days: number },
): Promise<string> {
  const [there] = await loadWeeks(tx, place.recordId, place.week)
  const basedOn = await saveDraft(tx, place, { basedOn: there?.row.draftVersion ?? 0, form })
  const by = whoIs(ids, 'apprentice')
  await submitWeek(tx, { place, basedOn, by }, after(place.week, days))
  const [week] = await loadWeeks(tx, place.recordId, place.week)
  return week?.parts.at(-1)?.row.hash ?? ''
}
