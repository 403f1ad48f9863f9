import { refuse } from '@atelier/shared/refusals'
import type { Queryable } from '../db/database'
import { bytesBroughtSince } from './file-queries'

const dayMs = 24 * 60 * 60 * 1000
const bytesPerDay = 1024 ** 3

/** Refuses once somebody has brought a day’s bytes here, one by one or in what they import. */
export async function requireRoomToday(db: Queryable, personId: string, more = 0): Promise<void> {
  const brought = await bytesBroughtSince(db, personId, new Date(Date.now() - dayMs))
  if (brought >= bytesPerDay || brought + more > bytesPerDay)
    refuse('too-many', { retryAfterSeconds: 60 * 60 })
}
