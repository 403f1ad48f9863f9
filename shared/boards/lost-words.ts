import type * as Y from 'yjs'
import { asText } from './plain-values'

export type LostWords = { text: string; kept: string }

/**
 * What was just written into a key of a map, where what stands there was written by somebody who had not heard of it,
 * and stays. Asked for while the change is told: afterwards the words are gone from the document.
 */
export function lostWords(event: Y.YMapEvent<unknown>, key: string): LostWords | null {
  const stays = event.target._map.get(key)
  if (!stays || stays.deleted || event.adds(stays)) return null
  const kept = wordsOf(stays)
  // Between what it was written over and itself lies only what was written at the same moment.
  for (let item = stays.left; item && !isAt(item.lastId, stays.origin); item = item.left) {
    if (!event.adds(item)) continue
    const text = wordsOf(item)
    return text === '' || text === kept ? null : { text, kept }
  }
  return null
}

const wordsOf = ({ content }: Y.Item): string => asText(content.getContent().at(-1))

const isAt = (id: Y.ID, other: Y.ID | null): boolean =>
  other !== null && id.client === other.client && id.clock === other.clock
