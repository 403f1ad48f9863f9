import { type Days, spanOf } from '@atelier/shared/boards/span'
import type { BoardFilter } from '@atelier/shared/boards/view'
import { useCallback, useRef, useState } from 'react'
import { useDesk } from '../board-context'
import { TimeDesk } from '../time/time-desk'
import { useTimedCards } from '../time/use-timed-cards'
import { Timeline } from './timeline'
import { useTimelinePlace } from './use-timeline-place'
import { type Grouping, useTimelineRows } from './use-timeline-rows'
import './timeline.css'
import './timeline-hints.css'

/** The board along time: a row a card, and arrows to what waits for it. */
export function TimelineView({ filter }: { filter: BoardFilter }) {
  const scroller = useRef<HTMLDivElement>(null)
  const place = useTimelinePlace(scroller)
  const timed = useTimedCards(filter)
  const [grouping, setGrouping] = useState<Grouping>('column')
  const rows = useTimelineRows(timed.dated, grouping)
  const { reveal } = place
  const { openCard } = useDesk()
  const follow = useCallback(
    (id: string, days: Days) => {
      const span = spanOf(days)
      if (span) reveal(span)
      focusRow(id)
    },
    [reveal],
  )
  return (
    <TimeDesk onMoved={follow}>
      <Timeline
        {...{ filter, scroller, place, timed, rows, grouping, openCard }}
        onGroupingChange={setGrouping}
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
