/** The words of a whole room, for a person to copy. Knows no noun. */
import { linesOf } from '@atelier/shared/sync/lines-of'
import * as Y from 'yjs'

export const roomLines = (doc: Y.Doc): string[] => [
  ...[...doc.share.values()].flatMap((type) => linesOf(type as Y.AbstractType<unknown>)),
  ...valueLines(doc),
]

/** Short words that are one value of a map, and no text of their own: what a column is called, what an item says. */
const wordKeys = ['name', 'text']

function valueLines(doc: Y.Doc): string[] {
  const lines: string[] = []
  for (const structs of doc.store.clients.values())
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.deleted) continue
      if (!wordKeys.includes(struct.parentSub ?? '')) continue
      const [value] = struct.content.getContent()
      if (typeof value === 'string' && value.trim() !== '') lines.push(value.trim())
    }
  return lines
}

/** What is called so lies around it: the title of a card, whatever on it this is. */
export function titleAround(item: Y.Item): string | null {
  for (let at: Y.Item | null = item; at !== null; ) {
    const { parent }: Y.Item = at
    const title = parent instanceof Y.Map ? parent.get('title') : null
    if (title instanceof Y.Text) return title.toString().trim() || null
    at = parent instanceof Y.AbstractType ? parent._item : null
  }
  return null
}

/** What `mine` says and `theirs` does not. */
export function linesMissing(mine: string[], theirs: string[]): string {
  const known = new Set(theirs)
  return mine.filter((line) => !known.has(line)).join('\n')
}

/** Every kind of room has its title in this place. */
export const roomTitle = (doc: Y.Doc): string => doc.getText('title').toString()
