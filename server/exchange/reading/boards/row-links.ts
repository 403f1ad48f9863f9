/** Rows speak of each other by number, or by title; what they say of what is not in the table stays words. */
import type { TableField } from '@atelier/shared/exchange/board-import'
import type { DraftCard } from './draft'

/** `parents` are ways to say one, of which any may be known; `waitsFor` is the other side of `blocks`. */
export type TableRow = DraftCard & { parents: string[]; waitsFor: string[] }

/** `called` says what the table calls its first column of a field. */
export function linkRows(
  rows: readonly TableRow[],
  called: (field: TableField) => string,
): DraftCard[] {
  const find = finderIn(rows)
  const blocks = new Map<TableRow, string[]>(rows.map((row) => [row, []]))
  for (const row of rows) {
    for (const other of foundIn(row.blocks, find)) blocks.get(row)?.push(other.key)
    for (const other of foundIn(row.waitsFor, find)) blocks.get(other)?.push(row.key)
  }
  return rows.map((row) => {
    const { parents, waitsFor, ...card } = row
    const [parent] = foundIn(parents, find)
    const lost = (field: TableField, said: readonly string[]) => {
      const value = said.filter((one) => find(one) === undefined).join(', ')
      return value === '' ? [] : [{ name: called(field), value }]
    }
    return {
      ...card,
      ...{ parent: parent?.key ?? null, blocks: blocks.get(row) ?? [] },
      facts: [
        ...card.facts,
        ...(parent ? [] : lost('parent', parents.slice(0, 1))),
        ...lost('blocks', card.blocks),
        ...lost('blockedBy', waitsFor),
      ],
    }
  })
}

type Find = (said: string) => TableRow | undefined

const foundIn = (said: readonly string[], find: Find) => said.flatMap((one) => find(one) ?? [])

/** Numbers come before titles, and a title that several have means none of them. */
function finderIn(rows: readonly TableRow[]): Find {
  const keys = new Map<string, TableRow>()
  const titles = new Map<string, TableRow | undefined>()
  for (const row of rows) {
    for (const key of [row.key, ...row.otherKeys]) if (!keys.has(key)) keys.set(key, row)
    titles.set(row.title, titles.has(row.title) ? undefined : row)
  }
  return (said) => keys.get(said) ?? titles.get(said)
}
