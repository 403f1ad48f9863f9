/** The words of a whole room, for a person to copy. Knows no noun. */
import { linesOf } from '@atelier/shared/sync/lines-of'
import type * as Y from 'yjs'

export const roomLines = (doc: Y.Doc): string[] =>
  [...doc.share.values()].flatMap((type) => linesOf(type as Y.AbstractType<unknown>))

/** What `mine` says and `theirs` does not. */
export function linesMissing(mine: string[], theirs: string[]): string {
  const known = new Set(theirs)
  return mine.filter((line) => !known.has(line)).join('\n')
}

/** Every kind of room has its title in this place. */
export const roomTitle = (doc: Y.Doc): string => doc.getText('title').toString()
