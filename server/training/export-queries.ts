/** A record as it is taken along. */
import { must } from '@atelier/shared/basics/must'
import { canonicalJson } from '@atelier/shared/training/canonical'
import { lastDayOf, weeksBetween } from '@atelier/shared/training/iso-week'
import type { ExportedRecord, RecordContent, Seal } from '@atelier/shared/training/proof'
import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { organisations, people, workspaces } from '../db/tables'
import { trainingPeople, trainingRecords, trainingSignatures } from '../db/training-tables'
import { hashOfText } from './digest'
import { loadVersion } from './plan-queries'
import { lockRecord } from './record-change-queries'
import { loadSigner, type Signer } from './signing-key-queries'
import { type LoadedWeek, loadWeeks, signedPartOf } from './week-queries'

/** `at`: nothing that was signed later is in it. */
export type TakenRecord = ExportedRecord & { signer: Signer; at: Date }

/**
 * With a seal: how many statements there are and which is the last, or what was cut off at the end would not be missed.
 * Of weeks that are over and not submitted there is nothing in it but that they are missing and, for the apprentice, why.
 */
export async function takeRecord(
  db: Database,
  recordId: string,
  { isApprentice }: { isApprentice: boolean },
): Promise<TakenRecord> {
  return db.transaction(async (tx) => {
    const record = await lockRecord(tx, recordId)
    const at = new Date()
    const content = await contentOf(tx, record, { isApprentice, at })
    const [last] = await tx
      .select({ nth: trainingSignatures.nth, hash: trainingSignatures.hash })
      .from(trainingSignatures)
      .where(eq(trainingSignatures.recordId, recordId))
      .orderBy(desc(trainingSignatures.nth))
      .limit(1)
    const said: Seal = {
      ...{ format: 'atelier-training-seal', version: 1, record: recordId },
      ...{ statements: last?.nth ?? 0, last: last?.hash ?? null },
      ...{ content: hashOfText(canonicalJson(content)), at: at.toISOString() },
    }
    const statement = canonicalJson(said)
    const signer = await loadSigner(tx, record.workspaceId)
    const { algorithm, publicKey, fingerprint } = signer
    return {
      content,
      seal: { statement, signature: signer.sign(statement) },
      key: { algorithm, publicKey, fingerprint },
      ...{ signer, at },
    }
  })
}

/** Said by its apprentice once they have it in full. */
export async function putTaken(db: Queryable, recordId: string, takenAt: Date): Promise<void> {
  await db.update(trainingRecords).set({ takenAt }).where(eq(trainingRecords.id, recordId))
}

async function contentOf(
  tx: Queryable,
  record: typeof trainingRecords.$inferSelect,
  { isApprentice, at }: { isApprentice: boolean; at: Date },
): Promise<RecordContent> {
  const { id, planId, planVersion, startsOn, endsOn, workspaceId } = record
  const plan = must(await loadVersion(tx, planId, planVersion), 'plan')
  const [workspace] = await tx.select().from(workspaces).where(eq(workspaces.id, workspaceId))
  const known = new Map((await loadWeeks(tx, id)).map((one) => [one.row.week, one]))
  const isOver = (week: string) => lastDayOf(week) < at.toISOString().slice(0, 10)
  const over = record.inForceAt === null ? [] : weeksBetween(startsOn, endsOn).filter(isOver)
  const { version, title, occupation, items } = plan
  return {
    ...{ format: 'atelier-training-record', version: 1 },
    record: { id, startsOn, endsOn },
    workspace: workspace?.name ?? '',
    plan: { id: planId, version, title, occupation, items: [...items] },
    people: await peopleOf(tx, id),
    weeks: [...new Set([...known.keys(), ...over])]
      .sort()
      .map((week) => weekOf(week, known.get(week), isApprentice))
      .filter(({ week, absence, parts }) => parts.length > 0 || absence !== 'none' || isOver(week)),
  }
}

function weekOf(week: string, known: LoadedWeek | undefined, isApprentice: boolean) {
  const parts = known?.parts ?? []
  const absence = parts.length > 0 || !isApprentice ? 'none' : (known?.row.absence ?? 'none')
  return { week, absence, parts: parts.map(signedPartOf) } as const
}

async function peopleOf(tx: Queryable, recordId: string): Promise<RecordContent['people']> {
  const rows = await tx
    .select({
      ...{ id: people.id, name: people.name, organisation: organisations.name },
      ...{ role: trainingPeople.role, from: trainingPeople.agreedAt, until: trainingPeople.leftAt },
    })
    .from(trainingPeople)
    .innerJoin(people, eq(people.id, trainingPeople.personId))
    .innerJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(trainingPeople.recordId, recordId), isNotNull(trainingPeople.agreedAt)))
    .orderBy(asc(trainingPeople.createdAt), asc(trainingPeople.role))
  return rows.map(({ from, until, ...row }) => ({
    ...row,
    from: must(from, 'day').toISOString(),
    until: until?.toISOString() ?? null,
  }))
}
