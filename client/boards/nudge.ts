import type { Spot } from '@atelier/shared/basics/order'

type Shown = { id: string; cards: readonly { id: string }[] }

/** Where an arrow takes a card, as the columns are shown; null where there is no way on. */
export function nudgedTo(
  columns: readonly Shown[],
  id: string,
  key: string,
): { column: string; spot: Spot } | null {
  const at = columns.findIndex(({ cards }) => cards.some((card) => card.id === id))
  const column = columns[at]
  if (!column) return null
  const height = column.cards.findIndex((card) => card.id === id)
  if (key === 'Home') return height === 0 ? null : { column: column.id, spot: 'top' }
  const isLast = height === column.cards.length - 1
  if (key === 'End') return isLast ? null : { column: column.id, spot: 'end' }
  const beside = { ArrowLeft: -1, ArrowRight: 1 }[key]
  if (beside !== undefined) {
    const next = columns[at + beside]
    const below = next?.cards[height]
    return next ? { column: next.id, spot: below ? { before: below.id } : 'end' } : null
  }
  const step = { ArrowUp: -1, ArrowDown: 1 }[key]
  const other = step === undefined ? undefined : column.cards[height + step]
  if (!other) return null
  return { column: column.id, spot: step === -1 ? { before: other.id } : { after: other.id } }
}
