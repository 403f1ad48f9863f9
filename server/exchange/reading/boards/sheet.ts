/** Rows of a table with separators: in any of the four, with quotes, and ends of lines in cells. */
import { type Separator, separators } from '@atelier/shared/exchange/board-import'
import Papa from 'papaparse'

export type Sheet = { separator: Separator; head: string[]; rows: string[][] }

/** The first line says what the columns are called. Null for what is no table. */
export function readSheet(text: string, wished?: Separator): Sheet | null {
  const source = text.replace(/^\ufeff/, '').replace(/^sep=(.)\r?\n/i, '')
  const separator = wished ?? guessSeparator(source)
  const { data } = Papa.parse<string[]>(source, { delimiter: separator, skipEmptyLines: 'greedy' })
  const [head, ...rows] = data
  if (!head) return null
  return { separator, head: head.map(trimmed), rows: rows.map((row) => row.map(unescaped)) }
}

const trimmed = (cell: string) => cell.trim()

/** As our own table, and others’, keep a spreadsheet from reading a cell as a formula. */
const unescaped = (cell: string) =>
  (/^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell).replaceAll('\u0000', '')

const firstLetters = 64 * 1024

/** The one that makes the first rows alike, and most columns. */
function guessSeparator(source: string): Separator {
  const start = source.slice(0, firstLetters)
  const tried = separators.map((separator) => {
    const { data } = Papa.parse<string[]>(start, { delimiter: separator, preview: 20 })
    const [head = []] = data
    const whole = data.slice(0, start.length < firstLetters ? undefined : -1)
    const alike = whole.filter((row) => row.length === head.length).length
    return { separator, columns: head.length, alike: alike / Math.max(1, whole.length) }
  })
  const [best] = tried
    .filter(({ columns }) => columns > 1)
    .sort((a, b) => b.alike - a.alike || b.columns - a.columns)
  return best?.separator ?? ','
}
