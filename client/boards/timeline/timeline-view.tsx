import { type Days, spanOf } from '@atelier/shared/boards/span'
import type { BoardFilter } from '@atelier/shared/boards/view'
import { useCallback, useRef } from 'react'
import { TimeDesk } from '../time/time-desk'
import { useTimedCards } from '../time/use-timed-cards'
import { useBoardView } from '../use-board-view'
import { useChosenShown } from '../use-card-choice'
import { Timeline } from './timeline'
import { useTimelinePlace } from './use-timeline-place'
import { useTimelineRows } from './use-timeline-rows'
import './timeline.css'
import './timeline-hints.css'

/** The board along time: a row a card, and arrows to what waits for it. */
export function TimelineView({ filter }: { filter: BoardFilter }) {
  const scroller = useRef<HTMLDivElement>(null)
  const { view, changeView } = useBoardView()
  const place = useTimelinePlace(scroller, view.timeline)
  const timed = useTimedCards(filter)
  const rows = useTimelineRows(timed.dated, view.timelineBy)
  useChosenShown(filter)
  const list = useCallback(() => {
    const dated = rows.flatMap((row) => (row.kind === 'card' ? row.timed.card.id : []))
    return [...new Set(dated), ...timed.undated.map(({ card }) => card.id)]
  }, [rows, timed])
  const { reveal } = place
  const follow = useCallback(
    (id: string, days: Days) => {
      const span = spanOf(days)
      if (span) reveal(span)
      focusRow(id)
    },
    [reveal],
  )
  return (
    <TimeDesk list={list} onMoved={follow}>
      <Timeline
        {...{ filter, scroller, place, timed, rows }}
        grouping={view.timelineBy}
        onGroupingChange={(timelineBy) => changeView({ timelineBy })}
        onZoom={(timeline) => changeView({ timeline })}
      />
    </TimeDesk>
  )
}

/** Of a card that stands in several rows, the one the keyboard is on stays. */
function focusRow(id: string): void {
  if (document.activeElement?.closest<HTMLElement>('[data-timed]')?.dataset.timed === id) return
  const name = CSS.escape(id)
  const row =
    document.querySelector<HTMLElement>(`.timeline [data-timed="${name}"]`) ??
    document.querySelector<HTMLElement>(`.timeline [data-undated="${name}"]`)
  row?.focus({ preventScroll: true })
}
