import { isUuid } from '@atelier/shared/basics/uuid'
import type { Kit } from '@atelier/shared/workshops/kit'
import { shippedKit } from '@atelier/shared/workshops/shipped-kits'
import { and, desc, eq } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { workshopKits } from '../db/workshop-tables'

/** Its latest version; null where the workspace has no such kit. */
export async function findKit(
  db: Queryable,
  workspaceId: string,
  key: string,
): Promise<Kit | null> {
  if (!isUuid(key)) return shippedKit(key)
  const [row] = await db
    .select()
    .from(workshopKits)
    .where(and(eq(workshopKits.id, key), eq(workshopKits.workspaceId, workspaceId)))
    .orderBy(desc(workshopKits.version))
    .limit(1)
  if (!row) return null
  const { version, title, purpose, stages } = row
  return { key, version, title, purpose, stages }
}
