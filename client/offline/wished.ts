/** What the server says, with what this device has told it not yet. */
import type { SavedView } from '@atelier/shared/boards/view-contract'
import type { Wish } from './kept-wishes'

/** The views as they will be, the oldest first. */
export function withViewWishes(
  views: readonly SavedView[],
  wishes: readonly Wish[],
): readonly SavedView[] {
  let wished = views
  for (const wish of wishes) wished = withViewWish(wished, wish)
  return wished
}

function withViewWish(views: readonly SavedView[], wish: Wish): readonly SavedView[] {
  if (wish.what === 'no-view') return views.filter(({ id }) => id !== wish.viewId)
  if (wish.what !== 'view') return views
  const { view } = wish
  // One at most is shown first.
  const others = view.isStart ? views.map((one) => ({ ...one, isStart: false })) : views
  if (!others.some(({ id }) => id === view.id)) return [...others, view]
  return others.map((one) => (one.id === view.id ? view : one))
}

type Watches = Readonly<Record<string, boolean>>

/** By card, as it will be. */
export function withWatchWishes(watches: Watches, wishes: readonly Wish[]): Watches {
  const wished = wishes.flatMap((wish) =>
    wish.what === 'watch' ? [[wish.cardId, wish.watching] as const] : [],
  )
  return wished.length === 0 ? watches : { ...watches, ...Object.fromEntries(wished) }
}
