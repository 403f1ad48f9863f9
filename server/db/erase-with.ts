/** Deletes rows for good, with all that belongs to them in any table. */
import { sql } from 'drizzle-orm'
import type { Queryable } from './database'

type Pointing = { table: string; own: string[]; theirs: string[] }

/**
 * Rows of a table, and before them all rows in any table that point at them. Where tables point at each other in a ring,
 * as a workshop at the stage it is in, what points back up is emptied: those rows are on their way out, or lose no more.
 */
export async function eraseWith(
  tx: Queryable,
  table: string,
  which: ReturnType<typeof sql>,
  above: readonly string[] = [],
): Promise<void> {
  const pointing = await pointingAt(tx, table)
  // Or between the rows that point at one and the row itself, another could come.
  if (pointing.length > 0)
    await tx.execute(sql`select 1 from ${sql.identifier(table)} where ${which} for update`)
  for (const { table: other, own, theirs } of pointing) {
    const theirRows = sql`select ${names(theirs)} from ${sql.identifier(table)} where ${which}`
    const pointAtIt = sql`(${names(own)}) in (${theirRows})`
    if (above.includes(other)) await emptyWhere(tx, other, own, pointAtIt)
    else await eraseWith(tx, other, pointAtIt, [...above, table])
  }
  await tx.execute(sql`delete from ${sql.identifier(table)} where ${which}`)
}

const names = (columns: string[]) =>
  sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  )

function emptyWhere(
  tx: Queryable,
  table: string,
  columns: string[],
  which: ReturnType<typeof sql>,
) {
  const nulls = columns.map((column) => sql`${sql.identifier(column)} = null`)
  return tx.execute(
    sql`update ${sql.identifier(table)} set ${sql.join(nulls, sql`, `)} where ${which}`,
  )
}

/** Asked of the database: a table that is added later is not forgotten. Rows that point at their own table are one board's. */
async function pointingAt(tx: Queryable, table: string): Promise<Pointing[]> {
  const columns = (of: ReturnType<typeof sql>, keys: ReturnType<typeof sql>) => sql`
    (select json_agg(attname order by place) from unnest(${keys}) with ordinality as k(number, place)
     join pg_attribute on attrelid = ${of} and attnum = k.number)`
  const { rows } = await tx.execute<Pointing>(sql`
    select (select relname from pg_class where oid = conrelid) as "table",
      ${columns(sql`conrelid`, sql`conkey`)} as own,
      ${columns(sql`confrelid`, sql`confkey`)} as theirs
    from pg_constraint
    where contype = 'f' and confrelid = ${table}::regclass and conrelid <> confrelid
    order by 1`)
  return rows as Pointing[]
}
