import type {
  BoardFilter,
  TimelineGroup as Grouping,
  TimelineZoom,
} from '@atelier/shared/boards/view'
import { type RefObject, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state'
import { useNarrow } from '../../ui/use-narrow'
import { isFiltering } from '../board-filter'
import { SelectionBar } from '../selection-bar'
import { DragPreview } from '../time/drag-preview'
import type { TimedCards } from '../time/timed-cards'
import { UndatedPanel } from '../time/undated-panel'
import { useTimeChoice } from '../time/use-time-choice'
import { useTimeDrag } from '../time/use-time-drag'
import { TimelineBar } from './timeline-bar'
import { TimelineGrid } from './timeline-grid'
import { TimelineList } from './timeline-list'
import type { Row } from './timeline-rows'
import { labelWidth, scrolledBy } from './timeline-size'
import type { TimelinePlace } from './use-timeline-place'

type Props = {
  filter: BoardFilter
  scroller: RefObject<HTMLDivElement | null>
  place: TimelinePlace
  timed: TimedCards
  rows: readonly Row[]
  grouping: Grouping
  onGroupingChange(grouping: Grouping): void
  onZoom(zoom: TimelineZoom): void
}

export function Timeline(props: Props) {
  const { filter, scroller, place, timed, rows } = props
  const root = useRef<HTMLDivElement>(null)
  const isNarrow = useNarrow()
  const [isListOpen, setListOpen] = useState(false)
  const { range, px } = place
  const drag = useTimeDrag(
    root,
    useMemo(
      () => ({
        scroller: () => scroller.current,
        dayUnder: (x: number, y: number) => dayIn(scroller.current, { x, y }, range.from, px),
      }),
      [scroller, range.from, px],
    ),
  )
  return (
    <div className="time timeline" ref={root} {...useTimeChoice()}>
      <TimelineBar
        place={place}
        timed={timed}
        grouping={props.grouping}
        onGroupingChange={props.onGroupingChange}
        onZoom={props.onZoom}
        isListOpen={isListOpen}
        onListOpenChange={setListOpen}
      />
      <div className="time-body">
        {rows.length === 0 ? (
          <NoRows isFiltered={isFiltering(filter)} />
        ) : isNarrow ? (
          <TimelineList place={place} rows={rows} />
        ) : (
          <TimelineGrid scroller={scroller} place={place} rows={rows} drag={drag} />
        )}
        {isListOpen && <UndatedPanel cards={timed.undated} onClose={() => setListOpen(false)} />}
      </div>
      <SelectionBar />
      {drag && <DragPreview drag={drag} />}
    </div>
  )
}

function NoRows({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('board-time')
  if (isFiltered) return <p className="time-empty timeline-none">{t('timeline.emptyFilter')}</p>
  return (
    <div className="timeline-none">
      <EmptyState scene="board" title={t('timeline.emptyTitle')}>
        {t('timeline.empty')}
      </EmptyState>
    </div>
  )
}

type Point = { x: number; y: number }

function dayIn(box: HTMLElement | null, { x, y }: Point, from: number, px: number): number | null {
  if (!box) return null
  const { left, right, top, bottom } = box.getBoundingClientRect()
  if (x < left || x > right || y < top || y > bottom) return null
  const isRtl = getComputedStyle(box).direction === 'rtl'
  const across = (isRtl ? right - x : x - left) - labelWidth
  return from + Math.floor((scrolledBy(box) + across) / px)
}
