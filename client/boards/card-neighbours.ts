/**
 * The card beside this one in the nearest column on that side that shows any: at the same
 * height, or the last if that column is shorter. `columns` holds what is shown.
 */
export function cardBeside(
  columns: readonly { cards: readonly { id: string }[] }[],
  id: string,
  side: -1 | 1,
): string | null {
  const at = columns.findIndex(({ cards }) => cards.some((card) => card.id === id))
  if (at < 0) return null
  const height = columns[at]?.cards.findIndex((card) => card.id === id) ?? 0
  for (let next = at + side; columns[next]; next += side) {
    const cards = columns[next]?.cards ?? []
    const beside = cards[Math.min(height, cards.length - 1)]
    if (beside) return beside.id
  }
  return null
}
