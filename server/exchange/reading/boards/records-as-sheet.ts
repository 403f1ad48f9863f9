/** A list of records in JSON, each with the same names of what it says, as the table it could have been. */
import { mostTableColumns } from '@atelier/shared/exchange/board-import'
import { type Loose, recordsIn, wordsOf } from './loose-json'
import type { Sheet } from './sheet'

/** Null where it is no such list. */
export function sheetOfRecords(json: unknown): Sheet | null {
  const records = recordsIn(json)
  if (!Array.isArray(json) || records.length === 0) return null
  const names = new Set<string>()
  for (const record of records)
    for (const name of Object.keys(record)) if (names.size <= mostTableColumns) names.add(name)
  const head = [...names]
  if (head.length < 2) return null
  return {
    separator: ',',
    head: head.map((name) => name.trim()),
    rows: records.map((record) => head.map((name) => cellOf(record[name]))),
  }
}

/** Several words a line each, as tables of ours have them; what is built more deeply stays JSON. */
function cellOf(value: unknown): string {
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value) && value.every((item) => typeof item === 'string'))
    return value.join('\n')
  if (typeof value !== 'object' || value === null) return wordsOf(value)
  return Object.keys(value as Loose).length === 0 ? '' : JSON.stringify(value)
}
