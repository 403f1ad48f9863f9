/** What one author suggests in one place: the difference their fork makes there. */
import type { JSONContent } from '@tiptap/core'
import type * as Y from 'yjs'
import type { IdRange } from './id-ranges'

/** From and to, as ProseMirror counts; in the title, by letters. */
export type Range = { from: number; to: number }

/**
 * - `words`: inside a block. `blocks`: whole blocks come or go.
 * - `formatting`: the same words with other marks. `attributes`: the same block, differently.
 */
export type SpotKind = 'words' | 'blocks' | 'formatting' | 'attributes'

export type Piece = { ids: IdRange[]; content: JSONContent[] }

/** By name: what the doc has, and what the fork has; undefined where one has none. */
export type Differences = Record<string, { doc: unknown; fork: unknown }>

/** One place in both documents. */
export type Spot = {
  kind: SpotKind
  where: 'title' | 'body'
  /** In the doc, and in the fork. Letters that are the same at both ends are left out. */
  doc: Range
  fork: Range
  removed: Piece
  inserted: Piece
  /** Marks, or attributes of the block before which it stands. */
  differences: Differences
  /** Of a block's attributes the block; of marks the text, and where in the doc they begin. */
  on: { type: Y.ID | null; first: Y.ID | null; length: number }
  /** Of marks the letters that have them. */
  words: string
  /** The block around it, or the table. */
  within: string
  /** The letters of one word with it that both have, before and after it. */
  before: string
  after: string
}

export type Suggestion = {
  /** Stays while it is written on. */
  id: string
  /** Another one as soon as it says anything else. */
  key: string
  spots: Spot[]
  removed: string
  inserted: string
  /** What stays of the words it begins and ends in. */
  before: string
  after: string
  /** Where only their looks would change. */
  words: string
}
