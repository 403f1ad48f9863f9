import type { Board } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'

const most = 12

/**
 * Cards whose title holds every word, whatever its case and accents: those that begin with it first, those on
 * the board before archived ones. Without words the latest made.
 */
export function findCards(
  cards: Board['cards'],
  query: string,
  except: ReadonlySet<string>,
): readonly Card[] {
  const wanted = folded(query).trim()
  const words = wanted.split(/\s+/).filter(Boolean)
  const found: { card: Card; rank: number }[] = []
  for (const card of cards.values()) {
    if (card.isTemplate || except.has(card.id)) continue
    const title = titleOf(card)
    if (!words.every((word) => title.includes(word))) continue
    const place = title.startsWith(wanted) ? 0 : title.includes(` ${wanted}`) ? 1 : 2
    found.push({ card, rank: place + (card.archivedAt === null ? 0 : 3) })
  }
  found.sort((a, b) => a.rank - b.rank || (a.card.createdAt < b.card.createdAt ? 1 : -1))
  return found.slice(0, most).map(({ card }) => card)
}

/** Folded once for each state of a card: letters are typed fast, and boards are large. */
const titles = new WeakMap<Card, string>()

function titleOf(card: Card): string {
  const title = titles.get(card) ?? folded(card.title)
  titles.set(card, title)
  return title
}

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
