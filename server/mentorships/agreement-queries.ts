/** What the people of a mentorship agreed on, version by version. */
import type {
  AgreementVersion,
  Mentorship,
  WriteAgreement,
} from '@atelier/shared/mentorships/mentorship'
import { refuse } from '@atelier/shared/refusals'
import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { agreements, mentorships } from '../db/mentorship-tables'

/** The newest that all who are in it now have said yes to, and a newer one that is not so yet. */
export async function loadAgreements(
  db: Queryable,
  { id, people }: Mentorship,
): Promise<{ agreement: AgreementVersion | null; proposed: AgreementVersion | null }> {
  const rows = await db
    .select()
    .from(agreements)
    .where(eq(agreements.mentorshipId, id))
    .orderBy(desc(agreements.version))
  const all = people.filter(({ answer, hasLeft }) => answer === true && !hasLeft)
  const isInForce = ({ agreedBy }: (typeof rows)[number]) =>
    all.every((person) => agreedBy.includes(person.id))
  const [newest] = rows
  const inForce = rows.find(isInForce)
  const isOpen = newest && newest.version !== inForce?.version
  return {
    agreement: inForce ? agreementOf(inForce) : null,
    proposed: isOpen ? agreementOf(newest) : null,
  }
}

export const agreementOf = (row: typeof agreements.$inferSelect): AgreementVersion => ({
  version: row.version,
  goals: row.goals,
  rhythm: row.rhythm,
  confidentiality: row.confidentiality,
  endsOn: row.endsOn,
  writtenBy: row.writtenBy,
  writtenAt: row.createdAt.toISOString(),
  agreedBy: row.agreedBy,
})

/** Whoever writes it has said yes to it. Refuses with `conflict` where somebody has written one meanwhile. */
export async function insertAgreement(
  db: Database,
  mentorshipId: string,
  writtenBy: string,
  { basedOn, ...words }: WriteAgreement,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockOf(tx, mentorshipId)
    const [newest] = await tx
      .select({ version: agreements.version })
      .from(agreements)
      .where(eq(agreements.mentorshipId, mentorshipId))
      .orderBy(desc(agreements.version))
      .limit(1)
    if ((newest?.version ?? 0) !== basedOn) refuse('conflict')
    const version = basedOn + 1
    const row = { ...words, mentorshipId, version, writtenBy, agreedBy: [writtenBy] }
    await tx.insert(agreements).values(row)
  })
}

/** Refuses with `not-found` a version there is not; with `conflict` one that is not the newest any more. */
export async function agreeTo(
  db: Database,
  mentorshipId: string,
  personId: string,
  version: number,
): Promise<void> {
  await db.transaction(async (tx) => {
    await lockOf(tx, mentorshipId)
    const known = await tx
      .select({ version: agreements.version, agreedBy: agreements.agreedBy })
      .from(agreements)
      .where(eq(agreements.mentorshipId, mentorshipId))
    const row = known.find((one) => one.version === version) ?? refuse('not-found')
    if (row.agreedBy.includes(personId)) return
    if (known.some((one) => one.version > version)) refuse('conflict')
    await tx
      .update(agreements)
      .set({ agreedBy: sql`array_append(${agreements.agreedBy}, ${personId}::uuid)` })
      .where(and(eq(agreements.mentorshipId, mentorshipId), eq(agreements.version, version)))
  })
}

const lockOf = (tx: Queryable, id: string) =>
  tx
    .select({ id: mentorships.id })
    .from(mentorships)
    .where(eq(mentorships.id, id))
    .for('no key update')
