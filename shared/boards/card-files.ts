/** The files of its board that a card has or shows: attachments, a cover, pictures in its description. */
import * as Y from 'yjs'
import { isUuid } from '../basics/uuid'
import { entryOf } from './board-shape'
import { readCard } from './card'
import { asText } from './plain-values'

/** Their ids, each once. */
export function cardFiles(doc: Y.Doc, id: string): string[] {
  const entry = entryOf(doc, 'cards', id)
  if (!entry) return []
  const { attachments, cover } = readCard(id, entry, [])
  const found = new Set(attachments.map((file) => file.id))
  if (cover && 'file' in cover) found.add(cover.file)
  const description = entry.get('description')
  if (description instanceof Y.XmlFragment) look(description, found)
  return [...found].filter(isUuid)
}

function look(fragment: Y.XmlFragment, found: Set<string>): void {
  for (const child of fragment.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue
    found.add(asText(child.getAttribute('file')))
    look(child, found)
  }
}
