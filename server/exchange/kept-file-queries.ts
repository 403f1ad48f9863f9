import type { Queryable } from '../db/database'
import { files } from '../db/doc-tables'
import type { KeptFile } from '../files/store-file'

export type UsedFile = { id: string; kept: KeptFile }

/** The files of a room that was brought in, in their order from `at` on, in milliseconds. */
export async function insertKept(
  tx: Queryable,
  used: readonly UsedFile[],
  { roomId, createdBy, at }: { roomId: string; createdBy: string; at: number },
): Promise<void> {
  if (used.length === 0) return
  await tx.insert(files).values(
    used.map(({ id, kept }, nth) => ({
      ...kept,
      id,
      roomId,
      createdBy,
      createdAt: new Date(at + nth),
    })),
  )
}
