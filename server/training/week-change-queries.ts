/** How a week is written, submitted, taken back, sent back and signed. Each locks its record: one after the other. */
import { randomUUID } from 'node:crypto'
import type { TrainingRole } from '@atelier/shared/access/roles'
import { dayAfter } from '@atelier/shared/basics/days'
import { refuse } from '@atelier/shared/refusals'
import { canonicalJson, canonicalText } from '@atelier/shared/training/canonical'
import { firstDayOf } from '@atelier/shared/training/iso-week'
import type { PlanItem } from '@atelier/shared/training/plan'
import type { Statement, WeekContent } from '@atelier/shared/training/proof'
import {
  emptyWeek,
  isEmptyWeek,
  type WeekForm,
  withoutEmptyRows,
} from '@atelier/shared/training/week-form'
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import {
  trainingPeople,
  trainingReturns,
  trainingSignatures,
  trainingSubmissions,
  trainingWeeks,
} from '../db/training-tables'
import { hashOfSigned, hashOfText } from './digest'
import { loadVersion } from './plan-queries'
import { lockRecord } from './record-change-queries'
import { loadSigner } from './signing-key-queries'
import { putReturnedNews, putSubmittedNews } from './training-news-queries'
import { type LoadedPart, type LoadedWeek, loadWeeks } from './week-queries'

export type WeekPlace = { recordId: string; week: string }
type Who = { id: string; name: string; organisation: string }

async function lockWeek(tx: Queryable, { recordId, week }: WeekPlace) {
  const record = await lockRecord(tx, recordId)
  const [found] = await loadWeeks(tx, recordId, week)
  return { record, found: found ?? null }
}

/** What is submitted and not signed is read by somebody: it is taken back first. */
const openPart = (found: LoadedWeek | null): LoadedPart | null =>
  found?.parts.find(({ signatures }) => signatures.length === 0) ?? null

/** Answers the version that was saved. Of what is empty no space or row is kept. The same once more is no conflict: its answer may have been lost. */
export async function saveDraft(
  db: Database,
  place: WeekPlace,
  { basedOn, form }: { basedOn: number; form: WeekForm },
): Promise<number> {
  return db.transaction(async (tx) => {
    const { found } = await lockWeek(tx, place)
    if (openPart(found)) refuse('conflict')
    const version = found?.row.draftVersion ?? 0
    const draft = isEmptyWeek(form) ? emptyWeek : form
    const isSaved = found !== null && canonicalJson(found.row.draft) === canonicalJson(draft)
    if (isSaved) return version
    if (version !== basedOn) refuse('conflict')
    // What is added to a signed week does not say anew why there was none.
    const absence = found?.parts.length ? {} : { absence: form.absence }
    const change = { draft, draftVersion: version + 1, changedAt: new Date(), ...absence }
    await tx
      .insert(trainingWeeks)
      .values({ ...place, ...change })
      .onConflictDoUpdate({ target: [trainingWeeks.recordId, trainingWeeks.week], set: change })
    return version + 1
  })
}

/** Exactly what was seen, or a `conflict`: another version of the draft was saved meanwhile. */
export async function submitWeek(
  db: Database,
  { place, basedOn, by }: { place: WeekPlace; basedOn: number; by: Who },
  submittedAt = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const { record, found } = await lockWeek(tx, place)
    if (!found || found.row.draftVersion !== basedOn || openPart(found)) return refuse('conflict')
    // Where its day is furthest ahead it may have begun already.
    if (firstDayOf(place.week) > dayAfter(submittedAt.toISOString().slice(0, 10), 1))
      refuse('invalid')
    const form = withoutEmptyRows(found.row.draft)
    if (isEmptyWeek(form)) refuse('invalid', { fields: [{ field: 'text', problem: 'empty' }] })
    const plan = await loadVersion(tx, record.planId, record.planVersion)
    const content: WeekContent = {
      ...{ format: 'atelier-training-week', version: 1, record: record.id, week: place.week },
      part: found.parts.length,
      addsTo: found.parts[0]?.row.hash ?? null,
      apprentice: { id: by.id, name: by.name },
      plan: { id: record.planId, version: record.planVersion },
      absence: found.parts.length > 0 ? 'none' : form.absence,
      text: form.text,
      activities: form.activities.map((row) => ({
        ...row,
        items: row.items.map((code) => itemOf(plan?.items ?? [], code)),
      })),
      submittedAt: submittedAt.toISOString(),
    }
    const canonical = canonicalJson(content)
    const row = { weekId: found.row.id, part: content.part, canonical, submittedAt }
    const hash = hashOfText(canonical)
    await tx.insert(trainingSubmissions).values({ ...row, hash })
    await putSubmittedNews(tx, place, { by: by.id, hash, at: submittedAt })
  })
}

function itemOf(items: readonly PlanItem[], code: string) {
  const item = items.find((one) => one.code === code)
  if (!item) return refuse('invalid', { fields: [{ field: 'items', problem: 'unknown' }] })
  return { code, title: item.title }
}

/** Until somebody has signed it. Others do not get it any more. */
export async function withdrawWeek(db: Database, place: WeekPlace): Promise<void> {
  await db.transaction(async (tx) => {
    const { found } = await lockWeek(tx, place)
    const open = openPart(found)
    if (!open) return refuse('conflict')
    await close(tx, open)
  })
}

const close = (tx: Queryable, { row }: LoadedPart) =>
  tx
    .update(trainingSubmissions)
    .set({ closedAt: new Date() })
    .where(eq(trainingSubmissions.id, row.id))

type Signing = { place: WeekPlace; hash: string; role: TrainingRole; by: Who }

/** Somebody else may be it since they were asked for their rights, or they have left. Nobody does until it is written. */
async function requireStillIs(tx: Queryable, { place, role, by }: Signing): Promise<void> {
  const found = await tx
    .select({ id: trainingPeople.id })
    .from(trainingPeople)
    .where(
      and(
        eq(trainingPeople.recordId, place.recordId),
        eq(trainingPeople.personId, by.id),
        eq(trainingPeople.role, role),
        isNotNull(trainingPeople.agreedAt),
        isNull(trainingPeople.leftAt),
      ),
    )
    .for('share')
  if (found.length === 0) refuse('conflict')
}

const partWith = (found: LoadedWeek | null, hash: string): LoadedPart =>
  found?.parts.find(({ row }) => row.hash === hash) ?? refuse('conflict')

/** Before anybody has signed it, it is the apprentice's again; afterwards the words ask for an addendum. */
export async function returnWeek(
  db: Database,
  signing: Signing & { words: string },
  createdAt = new Date(),
): Promise<void> {
  const { place, hash, role, by, words } = signing
  await db.transaction(async (tx) => {
    const { found } = await lockWeek(tx, place)
    await requireStillIs(tx, signing)
    const part = partWith(found, hash)
    if (part.signatures.some((one) => one.role === role)) refuse('conflict')
    const said = { id: randomUUID(), submissionId: part.row.id, personId: by.id, role, words }
    await tx.insert(trainingReturns).values({ ...said, createdAt })
    const isOpen = part.signatures.length > 0
    if (!isOpen) await close(tx, part)
    const kind = isOpen ? 'addendum-asked' : 'week-returned'
    await putReturnedNews(tx, place, { kind, by: by.id, returnId: said.id, at: createdAt })
  })
}

/** Signed twice by one role, it is signed once. What is next to be added begins empty. */
export async function signWeek(db: Database, signing: Signing, at?: Date): Promise<void> {
  const { place, hash, role, by } = signing
  await db.transaction(async (tx) => {
    const { record, found } = await lockWeek(tx, place)
    // Once it is its turn: what was taken along meanwhile was so before.
    const signedAt = at ?? new Date()
    await requireStillIs(tx, signing)
    const { row, signatures } = partWith(found, hash)
    if (signatures.some((one) => one.role === role)) return
    requireAnother(signatures, by)
    const [last] = await tx
      .select({ nth: trainingSignatures.nth, hash: trainingSignatures.hash })
      .from(trainingSignatures)
      .where(eq(trainingSignatures.recordId, record.id))
      .orderBy(desc(trainingSignatures.nth))
      .limit(1)
    const said: Statement = {
      ...{ format: 'atelier-training-signature', version: 1, record: record.id },
      ...{ week: place.week, part: row.part, hash },
      ...{ nth: (last?.nth ?? 0) + 1, previous: last?.hash ?? null },
      ...{ role, person: { id: by.id, name: canonicalText(by.name) } },
      ...{ organisation: canonicalText(by.organisation), at: signedAt.toISOString() },
    }
    const statement = canonicalJson(said)
    const signature = (await loadSigner(tx, record.workspaceId)).sign(statement)
    await tx.insert(trainingSignatures).values({
      ...{ recordId: record.id, nth: said.nth, submissionId: row.id, role, personId: by.id },
      ...{ statement, signature, hash: hashOfSigned({ statement, signature }), signedAt },
    })
    if (signatures.length === 0) await emptyDraft(tx, place)
  })
}

/** Two sign, of two organisations, also where the same person, or house, has been both one after the other. */
function requireAnother(signatures: LoadedPart['signatures'], { id, organisation }: Who): void {
  const said = signatures.map(({ statement }): Statement => JSON.parse(statement))
  const problem = said.some(({ person }) => person.id === id)
    ? 'same-person'
    : said.some((one) => one.organisation === canonicalText(organisation))
      ? 'same-organisation'
      : null
  if (problem) refuse('invalid', { fields: [{ field: 'signer', problem }] })
}

async function emptyDraft(tx: Queryable, { recordId, week }: WeekPlace): Promise<void> {
  const isWeek = and(eq(trainingWeeks.recordId, recordId), eq(trainingWeeks.week, week))
  const [row] = await tx.select().from(trainingWeeks).where(isWeek)
  const draftVersion = (row?.draftVersion ?? 0) + 1
  await tx.update(trainingWeeks).set({ draft: emptyWeek, draftVersion }).where(isWeek)
}
