import { eraseLongGoneBoards } from '../boards/board-bin-queries'
import type { Database } from '../db/database'
import { eraseLongGoneDocs } from '../docs/doc-bin-queries'
import { eraseLongGoneWorkshops } from '../workshops/workshop-bin-queries'

/** Docs, boards and workshops whose time in the bin is over. Resolves with how many. */
export async function eraseLongGone(db: Database, now = new Date()): Promise<number> {
  const docs = await eraseLongGoneDocs(db, now)
  const boards = await eraseLongGoneBoards(db, now)
  return docs + boards + (await eraseLongGoneWorkshops(db, now))
}
