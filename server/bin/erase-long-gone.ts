import { eraseLongGoneBoards } from '../boards/board-bin-queries'
import type { Database } from '../db/database'
import { eraseLongGoneDocs } from '../docs/doc-bin-queries'

/** Docs and boards whose time in the bin is over. Resolves with how many. */
export async function eraseLongGone(db: Database, now = new Date()): Promise<number> {
  return (await eraseLongGoneDocs(db, now)) + (await eraseLongGoneBoards(db, now))
}
