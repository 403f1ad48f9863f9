/** One board as a file: whole, as it lies in a project’s zip, or as a table for spreadsheets. */

import { boardTable } from './board-table'
import type { WriteBoardJob } from './jobs'

export function writeBoardFile({ format, board, words }: WriteBoardJob): Uint8Array {
  const text = format === 'json' ? JSON.stringify(board, null, 2) : boardTable(board, words)
  return new TextEncoder().encode(text)
}
