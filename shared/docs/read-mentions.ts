/** Who is mentioned in a text, a doc's or a card's, and by which of its elements. */
import * as Y from 'yjs'
import { readMention } from './mention'

/** Beyond it nobody is told, whatever a hostile text says. */
const mostMentioned = 100

/** By person, each once, with Yjs's id of the element. Never recursive, never throws, whatever lies there. */
export function readMentions(text: unknown): Map<string, Y.ID> {
  const found = new Map<string, Y.ID>()
  // biome-ignore lint/suspicious/noExplicitAny: every kind of shared type
  const waiting: Y.AbstractType<any>[] = text instanceof Y.AbstractType ? [text] : []
  for (let type = waiting.pop(); type && found.size < mostMentioned; type = waiting.pop()) {
    const person = type instanceof Y.XmlElement ? personIn(type) : null
    if (person !== null && type._item) found.set(person, type._item.id)
    for (let item = type._start; item !== null; item = item.right)
      if (!item.deleted && item.content instanceof Y.ContentType) waiting.push(item.content.type)
  }
  return found
}

function personIn(element: Y.XmlElement): string | null {
  if (element.nodeName !== 'mention') return null
  const [kind, id] = [element.getAttribute('kind'), element.getAttribute('id')]
  const mention = readMention({ kind, id })
  return mention?.kind === 'person' ? mention.id.toLowerCase() : null
}
