import type { BoardView } from '@atelier/shared/boards/view'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { boardSearch, type ViewSearch } from './board-search'
import { searchOf, viewOf } from './view-address'

export type ViewChange = Partial<BoardView>

/** How this person looks at the board: it lives in the address, so that a link shows the same. */
export function useBoardView(): {
  view: BoardView
  /** Another kind of view is a step of its own for the browser's Back; all else replaces the address. */
  changeView(change: ViewChange, how?: 'in-place'): void
} {
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const { card: _card, ...words } = boardSearch(search)
  const address = JSON.stringify(words)
  const view = useMemo(() => viewOf(JSON.parse(address) as ViewSearch), [address])
  const navigate = useNavigate()
  const changeView = useCallback(
    (change: ViewChange, how?: 'in-place') => {
      const next = (before: Record<string, unknown>) => ({
        ...before,
        ...searchOf({ ...viewOf(boardSearch(before)), ...change }),
      })
      const replace = change.kind === undefined || how === 'in-place'
      void navigate({ to: '.', search: next as never, replace, resetScroll: false })
    },
    [navigate],
  )
  return useMemo(() => ({ view, changeView }), [view, changeView])
}
