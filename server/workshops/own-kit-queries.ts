/** Kits of a workspace's own. A version is never changed: what is written differently is the next one. */

import { refuse } from '@atelier/shared/refusals'
import { mostKits, type NewKitVersion, type NewOwnKit } from '@atelier/shared/workshops/kit'
import { and, countDistinct, desc, eq, isNull } from 'drizzle-orm'
import type { Database, Queryable } from '../db/database'
import { workspaces } from '../db/tables'
import { workshopKits } from '../db/workshop-tables'

type By = { workspaceId: string; personId: string }
type OwnKit = { id: string; workspaceId: string }

/** Sent twice it is one; an id that is another's is refused. */
export const insertKit = (
  db: Database,
  { workspaceId, personId }: By,
  kit: NewOwnKit,
): Promise<void> =>
  db.transaction(async (tx) => {
    await tx
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(eq(workspaces.id, workspaceId))
      .for('no key update')
    const [known] = await tx.select().from(workshopKits).where(eq(workshopKits.id, kit.id))
    if (known) return known.writtenBy === personId ? undefined : refuse('conflict')
    const [all] = await tx
      .select({ kits: countDistinct(workshopKits.id) })
      .from(workshopKits)
      .where(and(eq(workshopKits.workspaceId, workspaceId), isNull(workshopKits.retiredAt)))
    if ((all?.kits ?? 0) >= mostKits) refuse('too-many')
    await tx.insert(workshopKits).values({ ...kit, version: 1, workspaceId, writtenBy: personId })
    return undefined
  })

/** Resolves with its number; `conflict` where somebody wrote it first, or took the kit out of what is offered. */
export async function insertKitVersion(
  db: Queryable,
  { id, workspaceId, personId }: OwnKit & By,
  { basedOn, ...kit }: NewKitVersion,
): Promise<number> {
  const [latest] = await db
    .select({ version: workshopKits.version, retiredAt: workshopKits.retiredAt })
    .from(workshopKits)
    .where(isKit({ id, workspaceId }))
    .orderBy(desc(workshopKits.version))
    .limit(1)
  if (!latest) return refuse('not-found')
  if (latest.version !== basedOn || latest.retiredAt !== null) return refuse('conflict')
  const version = basedOn + 1
  const made = await db
    .insert(workshopKits)
    .values({ ...kit, id, version, workspaceId, writtenBy: personId })
    // Of two at the same moment one was first.
    .onConflictDoNothing()
    .returning({ version: workshopKits.version })
  return made.length > 0 ? version : refuse('conflict')
}

/** Out of what is offered, or into it again. Workshops that began with it keep their agenda. */
export async function changeRetired(db: Queryable, kit: OwnKit, retired: boolean): Promise<void> {
  const rows = await db
    .update(workshopKits)
    .set({ retiredAt: retired ? new Date() : null })
    .where(isKit(kit))
    .returning({ id: workshopKits.id })
  if (rows.length === 0) refuse('not-found')
}

const isKit = ({ id, workspaceId }: OwnKit) =>
  and(eq(workshopKits.id, id), eq(workshopKits.workspaceId, workspaceId))
