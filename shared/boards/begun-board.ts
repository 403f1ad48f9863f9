import { parseUpdateMeta } from 'yjs'
import type { Language } from '../people/choices'
import { firstColumns } from './first-columns'
import { newBoardUpdate } from './new-board'

/**
 * A board begun on a device: the server makes an empty one of it, and what it begins with is sent as any other
 * edit. `owedFrom`: client ids and clocks, from which on it is owed to the server.
 */
export function begunBoard(language: Language): {
  update: Uint8Array
  owedFrom: [number, number][]
  columns: string[]
} {
  const columns = firstColumns[language]
  const update = newBoardUpdate({ title: '', columns, done: columns.slice(-1) })
  return { update, owedFrom: [...parseUpdateMeta(update).from], columns }
}
