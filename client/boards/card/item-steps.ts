import type { Spot } from '@atelier/shared/basics/order'
import type { Checklist } from '@atelier/shared/boards/checklist'

export type ItemPlace = { list: string; spot: Spot }

/** Where an item goes one step up or down: past the end of its list into the next one; null at the very end. */
export function itemStep(
  lists: readonly Checklist[],
  item: string,
  side: -1 | 1,
): ItemPlace | null {
  const at = lists.findIndex(({ items }) => items.some(({ id }) => id === item))
  const list = lists[at]
  if (!list) return null
  const index = list.items.findIndex(({ id }) => id === item)
  const neighbour = list.items[index + side]
  if (neighbour)
    return { list: list.id, spot: side < 0 ? { before: neighbour.id } : { after: neighbour.id } }
  const next = lists[at + side]
  return next ? { list: next.id, spot: side < 0 ? 'end' : 'top' } : null
}
