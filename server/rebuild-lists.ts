/** Writes what lists and search know of docs, boards and sections of journals anew, from what their rooms hold. */
import { docOf } from '@atelier/shared/docs/new-doc'
import { lockBoard } from './boards/board-queries'
import { writeBoardRows } from './boards/board-summary'
import type { Database, Queryable } from './db/database'
import { writeDocSummary } from './docs/doc-summary'
import { writeSectionText } from './journals/section-text-queries'
import { allListed, boardsWithOldRows, type ListedKind, readLog } from './rebuild-queries'
import { mergeUpdates } from './sync/merge-updates'

export type Rebuilt = { rooms: number; changed: number; unread: number }

/** Also while servers run. A room that cannot be read keeps what the lists say of it. */
export async function rebuildLists(
  db: Database,
  tell: (sentence: string) => void,
): Promise<Rebuilt> {
  const done: Rebuilt = { rooms: 0, changed: 0, unread: 0 }
  for await (const { id, kind } of allListed(db)) {
    done.rooms++
    const found = await db.transaction((tx) => rebuild(tx, kind, id))
    if (found === null) {
      done.unread++
      tell(`The ${kind} ${id} is damaged: what the lists say of it was left as it was.`)
    } else if (found !== '') {
      done.changed++
      tell(`The ${kind} ${id}: ${found} written anew.`)
    }
  }
  return done
}

/** After an update: of boards that nobody has touched since, lists would not know whose cards are whose. One that is damaged keeps no other waiting. */
export async function rebuildOldRows(db: Database): Promise<void> {
  const faults: unknown[] = []
  for (const id of await boardsWithOldRows(db))
    await db
      .transaction((tx) => rebuild(tx, 'board', id))
      .catch((error: unknown) => faults.push(error))
  if (faults.length > 0) throw new AggregateError(faults, 'some boards could not be read')
}

/** What was written, in words: nothing where the lists were right; null where the room cannot be read. */
async function rebuild(tx: Queryable, kind: ListedKind, id: string): Promise<string | null> {
  // From then on, whatever a server writes is at least as new as what is read here.
  if (kind === 'board') await lockBoard(tx, id)
  const updates = await readLog(tx, id)
  if (!updates) return null
  const doc = docOf(mergeUpdates(updates))
  try {
    if (kind === 'doc') return (await writeDocSummary(tx, id, doc)) ? 'its row was' : ''
    if (kind === 'section') return (await writeSectionText(tx, id, doc)) ? 'its row was' : ''
    const { title, cards } = await writeBoardRows(tx, id, doc)
    const rows = [...(title ? ['its row'] : []), ...(cards > 0 ? [rowsOf(cards)] : [])]
    return rows.length === 0
      ? ''
      : `${rows.join(' and ')} ${rows.length + cards > 2 ? 'were' : 'was'}`
  } finally {
    doc.destroy()
  }
}

const rowsOf = (cards: number) => (cards === 1 ? 'the row of a card' : `the rows of ${cards} cards`)
