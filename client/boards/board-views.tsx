import type { BoardFilter, ViewKind } from '@atelier/shared/boards/view'
import { SquareKanban } from 'lucide-react'
import type { ComponentType } from 'react'

type OneView = {
  kind: ViewKind
  icon: ComponentType<{ size: number; 'aria-hidden': true }>
  /** A chunk of its own; the board itself comes with the screen. */
  Screen?: ComponentType<{ filter: BoardFilter }>
}

/** In the order of the switch, and of its keys. */
export const boardViews: readonly OneView[] = [{ kind: 'board', icon: SquareKanban }]

/** A kind that has no screen here is shown as the board. */
export const viewFor = (kind: ViewKind): OneView =>
  boardViews.find((view) => view.kind === kind) ?? (boardViews[0] as OneView)
