import type { Actor } from '@atelier/shared/access/can'
import { isUuid } from '@atelier/shared/basics/uuid'
import type { Kit, OfferedKit } from '@atelier/shared/workshops/kit'
import { shippedKit, shippedKits } from '@atelier/shared/workshops/shipped-kits'
import { and, desc, eq } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people } from '../db/tables'
import { workshopKits } from '../db/workshop-tables'

const own = (db: Queryable) =>
  db
    .selectDistinctOn([workshopKits.id], { kit: workshopKits, by: people.name })
    .from(workshopKits)
    .innerJoin(people, eq(people.id, workshopKits.writtenBy))
    .$dynamic()

/** For whom: a partner is told the names of strangers nowhere. */
type Reader = Pick<Actor, 'workspaceId' | 'role'>

function asOffered(
  { kit, by }: Awaited<ReturnType<typeof own>>[number],
  { role }: Reader,
): OfferedKit {
  const { id: key, version, title, purpose, stages, createdAt, retiredAt } = kit
  const named = role === 'partner' ? null : by
  const written = { by: named, at: createdAt.toISOString(), retired: retiredAt !== null }
  return { key, version, title, purpose, stages, own: written }
}

/** Its latest version, also of one that nobody is offered any more; null where the workspace has no such kit. */
export async function loadKit(
  db: Queryable,
  reader: Reader,
  key: string,
): Promise<OfferedKit | null> {
  const shipped = shippedKit(key)
  if (shipped) return { ...shipped, own: null }
  if (!isUuid(key)) return null
  const [row] = await own(db)
    .where(and(eq(workshopKits.id, key), eq(workshopKits.workspaceId, reader.workspaceId)))
    .orderBy(workshopKits.id, desc(workshopKits.version))
  return row ? asOffered(row, reader) : null
}

/** As an agenda to begin with. */
export async function findKit(db: Queryable, reader: Reader, key: string): Promise<Kit | null> {
  const found = await loadKit(db, reader, key)
  if (!found) return null
  const { own: _, ...kit } = found
  return kit
}

/** What a workshop can begin with: the latest of the workspace's own, the newest first, then what comes with the house. */
export async function listKits(db: Queryable, reader: Reader): Promise<OfferedKit[]> {
  const rows = await own(db)
    .where(eq(workshopKits.workspaceId, reader.workspaceId))
    .orderBy(workshopKits.id, desc(workshopKits.version))
  const latest = rows
    .filter(({ kit }) => kit.retiredAt === null)
    .sort((a, b) => b.kit.createdAt.getTime() - a.kit.createdAt.getTime())
  return [
    ...latest.map((row) => asOffered(row, reader)),
    ...shippedKits.map((kit) => ({ ...kit, own: null })),
  ]
}
