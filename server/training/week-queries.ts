/** The weeks of a record: what was submitted of each, and what the apprentice alone is writing. */
import type { TrainingRole } from '@atelier/shared/access/roles'
import type { SignedPart, WeekContent } from '@atelier/shared/training/proof'
import type { Return, WeekPage } from '@atelier/shared/training/record'
import { emptyWeek, isEmptyWeek } from '@atelier/shared/training/week-form'
import { glanceOf, nothingKnown, type WeekFacts } from '@atelier/shared/training/week-state'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people } from '../db/tables'
import {
  trainingReturns,
  trainingSignatures,
  trainingSubmissions,
  trainingWeeks,
} from '../db/training-tables'

type SubmissionRow = typeof trainingSubmissions.$inferSelect

export type LoadedPart = {
  row: SubmissionRow
  content: WeekContent
  signatures: (typeof trainingSignatures.$inferSelect)[]
  returns: Return[]
}

export type LoadedWeek = {
  row: typeof trainingWeeks.$inferSelect
  /** What is submitted, the week itself first. */
  parts: LoadedPart[]
  /** What the last sending back said, where that is the last that happened. */
  returned: Return | null
  lacksAddendum: boolean
}

/** All of a record, or one. */
export async function loadWeeks(
  db: Queryable,
  recordId: string,
  week?: string,
): Promise<LoadedWeek[]> {
  const isOfRecord = eq(trainingWeeks.recordId, recordId)
  const rows = await db
    .select()
    .from(trainingWeeks)
    .where(week === undefined ? isOfRecord : and(isOfRecord, eq(trainingWeeks.week, week)))
    .orderBy(asc(trainingWeeks.week))
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const submissions = await db
    .select()
    .from(trainingSubmissions)
    .where(inArray(trainingSubmissions.weekId, ids))
    .orderBy(asc(trainingSubmissions.part), asc(trainingSubmissions.submittedAt))
  const signatures = await signaturesOf(db, recordId)
  const returns = await returnsOf(db, submissions)
  return rows.map((row) => {
    const own = submissions.filter(({ weekId }) => weekId === row.id)
    const parts = own
      .filter(({ closedAt }) => closedAt === null)
      .map((one) => ({
        row: one,
        content: JSON.parse(one.canonical),
        signatures: signatures.filter(({ submissionId }) => submissionId === one.id),
        returns: returns.get(one.id) ?? [],
      }))
    // There is no week that nobody writes; what was to be added to a signed one may be left out.
    const isPutAway = parts.length > 0 && isEmptyWeek(row.draft)
    const returned = isPutAway ? null : lastReturn(own, returns)
    return { row, parts, returned, lacksAddendum: lacksAddendum(parts, own, returns) }
  })
}

const signaturesOf = (db: Queryable, recordId: string) =>
  db
    .select()
    .from(trainingSignatures)
    .where(eq(trainingSignatures.recordId, recordId))
    .orderBy(asc(trainingSignatures.nth))

async function returnsOf(db: Queryable, submissions: readonly SubmissionRow[]) {
  const found = new Map<string, Return[]>()
  if (submissions.length === 0) return found
  const ids = submissions.map(({ id }) => id)
  const rows = await db
    .select({ row: trainingReturns, by: people.name })
    .from(trainingReturns)
    .innerJoin(people, eq(people.id, trainingReturns.personId))
    .where(inArray(trainingReturns.submissionId, ids))
    .orderBy(asc(trainingReturns.createdAt))
  for (const { row, by } of rows) {
    const { role, words, createdAt } = row
    const said = { by, role, words, at: createdAt.toISOString() }
    found.set(row.submissionId, [...(found.get(row.submissionId) ?? []), said])
  }
  return found
}

/** Of the part that is written now: taken back by oneself, it is no answer to anybody any more. */
function lastReturn(own: readonly SubmissionRow[], returns: Map<string, Return[]>): Return | null {
  const latest = [...own].sort((one, other) => Number(one.submittedAt) - Number(other.submittedAt))
  const last = latest.at(-1)
  if (!last || last.closedAt === null) return null
  return returns.get(last.id)?.at(-1) ?? null
}

/** Whoever asks for it and signs all the same asks no more. What its apprentice took back is no answer. */
function lacksAddendum(
  parts: readonly LoadedPart[],
  own: readonly SubmissionRow[],
  sentBack: Map<string, Return[]>,
): boolean {
  const answers = own.filter(({ id, closedAt }) => closedAt === null || sentBack.has(id))
  const isAnswered = (at: string) => answers.some((one) => one.submittedAt > new Date(at))
  return parts.some(({ signatures, returns }) =>
    returns.some(({ role, at }) => !signatures.some((one) => one.role === role) && !isAnswered(at)),
  )
}

export const factsOf = ({ row, parts, returned, lacksAddendum }: LoadedWeek): WeekFacts => ({
  ...{ week: row.week, absence: row.absence },
  ...{ isReturned: returned !== null, lacksAddendum },
  parts: parts.map(({ signatures }) => ({ signedBy: signatures.map(({ role }) => role) })),
})

export const signedPartOf = ({ row, signatures }: LoadedPart): SignedPart => ({
  ...{ part: row.part, canonical: row.canonical, hash: row.hash },
  submittedAt: row.submittedAt.toISOString(),
  signatures: signatures.map(({ statement, signature }) => ({ statement, signature })),
})

/** What is not submitted is sent to its apprentice alone: neither its words nor why there are none. */
export async function loadWeekPage(
  db: Queryable,
  recordId: string,
  week: string,
  { role, today }: { role: TrainingRole; today: string },
): Promise<WeekPage> {
  const [found] = await loadWeeks(db, recordId, week)
  const isMine = role === 'apprentice'
  const facts = found ? factsOf(found) : { week, ...nothingKnown }
  const { absence } = facts
  return {
    week,
    draft: isMine
      ? { version: found?.row.draftVersion ?? 0, form: found?.row.draft ?? emptyWeek }
      : null,
    absence: isMine || absence === 'none' ? absence : 'some',
    parts: (found?.parts ?? []).map((part) => ({ ...signedPartOf(part), returns: part.returns })),
    returned: found?.returned ?? null,
    glance: glanceOf(facts, today, role),
  }
}
