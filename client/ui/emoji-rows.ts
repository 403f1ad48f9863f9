/** Emoji as they stand in a grid, so that arrow keys can go from row to row. */
import { type Emoji, type EmojiGroup, emojiGroups } from './emoji-data'

export type EmojiRow = Emoji[]
/** `group` is null for what was found by words, in the order of the finding. */
export type EmojiSection = { group: EmojiGroup | null; rows: EmojiRow[] }

export const emojiColumns = 8

export function sectionsOf(found: readonly Emoji[], isSearch: boolean): EmojiSection[] {
  if (isSearch) return found.length === 0 ? [] : [{ group: null, rows: rowsOf(found) }]
  return emojiGroups.map((group) => ({
    group,
    rows: rowsOf(found.filter((emoji) => emoji.group === group)),
  }))
}

function rowsOf(emoji: readonly Emoji[]): EmojiRow[] {
  const count = Math.ceil(emoji.length / emojiColumns)
  return Array.from({ length: count }, (_, row) =>
    emoji.slice(row * emojiColumns, (row + 1) * emojiColumns),
  )
}

/** A place counts all emoji from the first. Null when the key is not one for moving. */
export function placeAfter(rows: readonly EmojiRow[], place: number, key: string): number | null {
  const last = rows.reduce((count, row) => count + row.length, 0) - 1
  const clamp = (next: number) => Math.max(0, Math.min(last, next))
  if (key === 'ArrowRight') return clamp(place + 1)
  if (key === 'ArrowLeft') return clamp(place - 1)
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null
  let first = 0
  const at = rows.findIndex((row) => {
    if (place < first + row.length) return true
    first += row.length
    return false
  })
  const column = place - first
  const next = rows[at + (key === 'ArrowDown' ? 1 : -1)]
  if (!next) return place
  const nextFirst = key === 'ArrowDown' ? first + (rows[at]?.length ?? 0) : first - next.length
  return nextFirst + Math.min(column, next.length - 1)
}
