/** What docs and boards in the bin have in common: who put them there, when, and until when. */
import { type BinnedRoom, binDays } from '@atelier/shared/projects/bin'
import { inArray } from 'drizzle-orm'
import type { Queryable } from '../db/database'
import { people } from '../db/tables'

const binMs = binDays * 24 * 60 * 60 * 1000

/** Whatever went before has been there long enough. */
export const binEndsBefore = (now: Date) => new Date(now.getTime() - binMs)

export type Gone = { id: string; title: string; trashedAt: Date | null; trashedBy: string | null }

/** As the bin shows them, in their order; `under` says how many docs came along with each. */
export async function asBinned<Row extends Gone>(
  db: Queryable,
  kind: BinnedRoom['kind'],
  rows: readonly Row[],
  under: (row: Row) => number,
): Promise<BinnedRoom[]> {
  const names = await namesOf(
    db,
    rows.flatMap(({ trashedBy }) => trashedBy ?? []),
  )
  return rows.flatMap((row) => {
    const { id, title, trashedAt, trashedBy } = row
    if (trashedAt === null) return []
    return {
      ...{ kind, id, title, under: under(row) },
      trashedAt: trashedAt.toISOString(),
      trashedBy: names.get(trashedBy ?? '') ?? '',
      endsAt: new Date(trashedAt.getTime() + binMs).toISOString(),
    }
  })
}

async function namesOf(db: Queryable, ids: string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
