/** Which labels a card has here; what a board or a card has no room for becomes words. */
import { mostOfCard } from '@atelier/shared/exchange/card-content'
import type { ImportWords } from '../../page-words'
import type { Draft, DraftCard } from './draft'

/** `ids` are those that the board has, by their keys. */
export function labelTaker(
  labels: Draft['labels'],
  ids: ReadonlyMap<string, string>,
  words: ImportWords,
) {
  const names = new Map(labels.map(({ key, name }) => [key, name]))
  return (card: DraftCard): string[] => {
    const keys = [...new Set(card.labels)]
    const kept = keys.filter((key) => ids.has(key)).slice(0, mostOfCard.labels)
    const isKept = new Set(kept)
    const left = keys.flatMap((key) => (isKept.has(key) ? [] : (names.get(key) ?? [])))
    if (left.length > 0) card.facts.push({ name: words.labels, value: left.join(', ') })
    return kept.flatMap((key) => ids.get(key) ?? [])
  }
}
