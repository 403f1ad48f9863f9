/** A training plan out of a table that was pasted: from a spreadsheet (tabs), or as CSV (commas or semicolons). */
import {
  type GuideUnit,
  longestItemCode,
  longestItemTitle,
  mostPlanItems,
  type PlanItem,
} from './plan'

export type TableProblem =
  | 'no-title'
  | 'no-code'
  | 'long-code'
  | 'long-title'
  | 'code-twice'
  | 'bad-guide'
  | 'bad-year'
  | 'open-quote'
  | 'too-many'

/** `line` counts from 1, with the head. */
export type TableFault = { line: number; problem: TableProblem; says: string }
export type ReadPlanTable = { items: PlanItem[]; faults: TableFault[] }

type Column = 'code' | 'title' | 'guide' | 'year'
const usualOrder: Column[] = ['code', 'title', 'guide', 'year']
const heads: Record<string, Column> = {
  ...{ code: 'code', nr: 'code', 'nr.': 'code', no: 'code', number: 'code', nummer: 'code' },
  ...{ title: 'title', titel: 'title', item: 'title', inhalt: 'title', topic: 'title' },
  ...{ guide: 'guide', hours: 'guide', stunden: 'guide', weeks: 'guide', wochen: 'guide' },
  ...{ richtwert: 'guide', year: 'year', jahr: 'year', lehrjahr: 'year' },
}

/** Without a head the columns are: code, title, hours or weeks, year. */
export function readPlanTable(text: string): ReadPlanTable {
  const { rows, openQuoteAt } = rowsOf(text.replace(/^\ufeff/, ''))
  if (openQuoteAt !== null)
    return { items: [], faults: [{ line: openQuoteAt, problem: 'open-quote', says: '' }] }
  const [first] = rows
  const named = (first?.cells ?? []).map((cell) => heads[cell.toLowerCase()])
  const hasHead = named.includes('title')
  const columns = hasHead ? named : usualOrder
  const inWeeks = hasHead && /weeks|wochen/i.test(first?.cells[columns.indexOf('guide')] ?? '')
  const faults: TableFault[] = []
  const items = new Map<string, PlanItem>()
  for (const { cells, line } of hasHead ? rows.slice(1) : rows) {
    const read = readRow(cells, columns, inWeeks ? 'weeks' : 'hours')
    if ('problem' in read) faults.push({ line, ...read })
    else if (items.has(read.code)) faults.push({ line, problem: 'code-twice', says: read.code })
    else if (items.size >= mostPlanItems)
      faults.push({ line, problem: 'too-many', says: String(mostPlanItems) })
    else items.set(read.code, read)
  }
  return { items: [...items.values()], faults }
}

function readRow(
  cells: readonly string[],
  columns: readonly (Column | undefined)[],
  usualUnit: GuideUnit,
): PlanItem | Omit<TableFault, 'line'> {
  const cell = (column: Column) => cells[columns.indexOf(column)] ?? ''
  const [code, title, guideSays, yearSays] = usualOrder.map(cell) as [
    ...[string, string, string, string],
  ]
  if (code === '') return { problem: 'no-code', says: title }
  if (title === '') return { problem: 'no-title', says: code }
  if (code.length > longestItemCode) return { problem: 'long-code', says: code }
  if (title.length > longestItemTitle) return { problem: 'long-title', says: code }
  const guide = readGuide(guideSays, usualUnit)
  if (guide === null) return { problem: 'bad-guide', says: guideSays }
  const year = yearSays === '' ? null : Number(yearSays.replace(/\.$/, ''))
  if (year !== null && !(Number.isInteger(year) && year >= 1 && year <= 6))
    return { problem: 'bad-year', says: yearSays }
  return { code, title, ...guide, year }
}

/** `40`, `40 h`, `6 weeks`, `6 Wochen`. */
function readGuide(says: string, usual: GuideUnit) {
  if (says === '') return { guide: null, unit: usual }
  const found = /^(\d{1,5})\s*(h|hours?|std\.?|stunden?|w|weeks?|wochen?)?$/i.exec(says)
  const guide = Number(found?.[1])
  if (!found || guide < 1 || guide > 10_000) return null
  const word = found[2]?.toLowerCase()
  const unit: GuideUnit = word === undefined ? usual : word.startsWith('w') ? 'weeks' : 'hours'
  return { guide, unit }
}

type Row = { cells: string[]; line: number }

/** Cells may be quoted, and hold line breaks then. Empty lines are none. */
function rowsOf(text: string): { rows: Row[]; openQuoteAt: number | null } {
  const separator = separatorOf(text)
  const rows: Row[] = []
  let [cells, cell, line, began]: [string[], string, number, number] = [[], '', 1, 1]
  let quoteAt: number | null = null
  const endRow = () => {
    const all = [...cells, cell].map((one) => one.trim())
    if (all.some((one) => one !== '')) rows.push({ cells: all, line: began })
    ;[cells, cell, began] = [[], '', line]
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string
    if (letter === '\n') line++
    if (quoteAt !== null) {
      if (letter !== '"') cell += letter
      else if (text[at + 1] === '"') cell += text[++at]
      else quoteAt = null
    } else if (letter === '"' && cell.trim() === '') [quoteAt, cell] = [line, '']
    else if (letter === separator) [cells, cell] = [[...cells, cell], '']
    else if (letter === '\n') endRow()
    else cell += letter
  }
  endRow()
  return { rows, openQuoteAt: quoteAt }
}

function separatorOf(text: string): string {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? ''
  return ['\t', ';', ','].find((one) => first.includes(one)) ?? '\t'
}
