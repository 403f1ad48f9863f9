/** Which card is part of which, without circles: a card that would be part of itself is part of nothing. */
import { type Collected, skip } from '../pack'
import type { DraftCard } from './draft'

export function parentsOf(
  cards: readonly DraftCard[],
  into: Collected,
): ReadonlyMap<DraftCard, string> {
  const byKey = new Map<string, DraftCard>()
  for (const card of cards)
    for (const key of [card.key, ...card.otherKeys]) if (!byKey.has(key)) byKey.set(key, card)
  const parents = new Map<DraftCard, string>()
  const sound = new Set<DraftCard>()
  for (const start of cards) {
    const path: DraftCard[] = []
    const onPath = new Set<DraftCard>()
    let at: DraftCard | undefined = start
    while (at && !sound.has(at) && !onPath.has(at)) {
      path.push(at)
      onPath.add(at)
      at = at.parent === null ? undefined : byKey.get(at.parent)
    }
    const closing = at && onPath.has(at) ? path.at(-1) : undefined
    if (closing) skip(into, closing.title, 'circle')
    for (const card of path) {
      sound.add(card)
      if (card !== closing && card.parent !== null) parents.set(card, card.parent)
    }
  }
  return parents
}
