/** Rows of text with commas between, as a table; for databases in the exports of others. */
import type { Place } from '@atelier/shared/docs/reading-hast'
import { tidyBody } from '@atelier/shared/docs/tidy-body'
import type { JSONContent } from '@tiptap/core'

export function bodyOfTable(
  text: string,
  at: (address: string) => Place | null | undefined,
): JSONContent {
  const rows = rowsOf(text.replace(/^\ufeff/, ''))
  const content = rows.map((row, place) => ({
    type: 'tableRow',
    content: row.map((cell) => ({
      type: place === 0 ? 'tableHeader' : 'tableCell',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: cell, marks: linkOf(cell, at) }] },
      ],
    })),
  }))
  return tidyBody({ content: content.length > 0 ? [{ type: 'table', content }] : [] })
}

function linkOf(cell: string, at: (address: string) => Place | null | undefined) {
  if (!/^https?:\/\/\S+$/.test(cell)) return []
  const place = at(cell)
  return [{ type: 'link', attrs: { href: place && 'href' in place ? place.href : cell } }]
}

/** Quotes keep commas and ends of lines; two of them are one. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  const cells = /("(?:[^"]|"")*"?|[^,\r\n]*)(,|\r\n|\r|\n|$)/g
  for (const [whole, cell = '', end] of text.matchAll(cells)) {
    if (whole === '' && rows.at(-1)?.length === 0) break
    const value = cell.startsWith('"') ? cell.replace(/^"|"$/g, '').replaceAll('""', '"') : cell
    rows.at(-1)?.push(value)
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  return rows.filter((row) => row.some((cell) => cell !== ''))
}
