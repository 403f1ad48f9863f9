import type { BoardFilter, ViewKind } from '@atelier/shared/boards/view'
import { CalendarDays, ChartNoAxesGantt, SquareKanban, Table2 } from 'lucide-react'
import type { ComponentType } from 'react'
import { latePart } from '../offline/late-part'
import { BoardSkeleton } from './board-skeleton'

type OneView = {
  kind: ViewKind
  icon: ComponentType<{ size: number; 'aria-hidden': true }>
  /** A chunk of its own; the board itself comes with the screen. */
  Screen?: ComponentType<{ filter: BoardFilter }>
}

const waiting = <BoardSkeleton />
const Table = latePart(async () => (await import('./table/table-view')).TableView, waiting)
const Calendar = latePart(
  async () => (await import('./calendar/calendar-view')).CalendarView,
  waiting,
)
const Timeline = latePart(
  async () => (await import('./timeline/timeline-view')).TimelineView,
  waiting,
)

/** In the order of the switch, and of its keys. */
export const boardViews: readonly OneView[] = [
  { kind: 'board', icon: SquareKanban },
  { kind: 'table', icon: Table2, Screen: Table },
  { kind: 'calendar', icon: CalendarDays, Screen: Calendar },
  { kind: 'timeline', icon: ChartNoAxesGantt, Screen: Timeline },
]

/** A kind that has no screen here is shown as the board. */
export const viewFor = (kind: ViewKind): OneView =>
  boardViews.find((view) => view.kind === kind) ?? (boardViews[0] as OneView)
