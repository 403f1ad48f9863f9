/** Finding names by some of their letters, the same way in every list. */
import { type Column, type SQL, sql } from 'drizzle-orm'

/**
 * The marks that are left off: those over and under letters of the alphabet. Those of other scripts are letters
 * of their own, as the vowels of Hindi and Thai are. The same range for both sides, or nothing with such marks is found.
 */
const marks = '\u0300-\u036f'
const allMarks = new RegExp(`[${marks}]`, 'g')

/** Small letters without their marks, the same way on both sides: "Malaga" finds "Málaga". */
export const folded = (text: string) =>
  text.toLowerCase().normalize('NFKD').replace(allMarks, '').replaceAll('\u0000', '')

const foldedColumn = (column: Column | SQL): SQL =>
  sql`regexp_replace(normalize(lower((${column}) collate "und-x-icu"), NFKD), ${`[${marks}]`}, '', 'g')`

/** A text that is folded once for each row, however often it is looked at. */
export function foldedOnce(column: Column | SQL): { join: SQL; text: SQL } {
  // Without the offset it would be folded again wherever it is named.
  return {
    join: sql`(select ${foldedColumn(column)} as letters offset 0) as folded_once`,
    text: sql`folded_once.letters`,
  }
}

/** `wanted` is folded; nothing wanted is found everywhere. */
export const holds = (column: Column, wanted: string): SQL | undefined =>
  wanted === '' ? undefined : holdsFolded(foldedColumn(column), wanted)

export const holdsFolded = (text: SQL, wanted: string): SQL =>
  sql`position(${wanted} in ${text}) > 0`

/** Whose name begins with it, then whose word does, then the rest. */
export const rank = (column: Column, wanted: string): SQL =>
  wanted === '' ? sql`0::int` : rankFolded(foldedColumn(column), wanted)

export const rankFolded = (text: SQL, wanted: string): SQL =>
  sql`case when starts_with(${text}, ${wanted}) then 0
        when position(${` ${wanted}`} in ${text}) > 0 then 1 else 2 end`

/** So many words are looked for at once. */
const mostWords = 4

/** Those that say something: what holds a longer one holds its parts. */
export function wordsIn(wanted: string): string[] {
  const words = [...new Set(wanted.split(/\s+/))]
  return words
    .filter((word) => !words.some((other) => other !== word && other.includes(word)))
    .slice(0, mostWords)
}
