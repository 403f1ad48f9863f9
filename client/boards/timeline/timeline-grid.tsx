import { type CSSProperties, type RefObject, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'
import type { TimeDrag } from '../time/drag-preview'
import { TimelineArrows } from './timeline-arrows'
import { TimelineGroup } from './timeline-group'
import { TimelineHead } from './timeline-head'
import { TimelineRow } from './timeline-row'
import type { Row } from './timeline-rows'
import { headHeight, labelWidth, rowHeight } from './timeline-size'
import { useDependencies } from './use-dependencies'
import { useRowKeys } from './use-row-keys'
import { useSteadyRows } from './use-steady-rows'
import type { TimelinePlace } from './use-timeline-place'
import { useTimelineWindow } from './use-timeline-window'

type Props = {
  scroller: RefObject<HTMLDivElement | null>
  place: TimelinePlace
  rows: readonly Row[]
  drag: TimeDrag | null
}

/** Rows under days; only what is in sight is in the document, and the row the keyboard is on. */
export function TimelineGrid({ scroller, place, rows, drag }: Props) {
  const { t } = useTranslation('board-time')
  const { editable } = useDesk()
  const { range, px } = place
  const hint = useId()
  const { seen, look } = useTimelineWindow(scroller, { from: range.from, px })
  const { active, press, focus } = useRowKeys(scroller, rows, place.goTo)
  const remember = useSteadyRows(scroller, rows)
  const { lines, waitsFor } = useDependencies(rows)
  const shown = useMemo(() => {
    const last = Math.min(seen.last, rows.length - 1)
    const indexes = Array.from(
      { length: Math.max(0, last - seen.first + 1) },
      (_, i) => seen.first + i,
    )
    const isActiveIn = active >= seen.first && active <= last
    return isActiveIn || active < 0 ? indexes : [...indexes, active].sort((a, b) => a - b)
  }, [seen, rows, active])
  const size = {
    '--label': `${labelWidth}px`,
    '--row': `${rowHeight}px`,
    inlineSize: labelWidth + (range.to - range.from + 1) * px,
    blockSize: headHeight + rows.length * rowHeight + 24,
  } as CSSProperties
  return (
    <div
      className="timeline-scroll"
      ref={scroller}
      onScroll={() => {
        look()
        place.hold()
        remember()
      }}
    >
      <p id={hint} hidden>
        {t(editable ? 'timeline.hint' : 'timeline.hintReadOnly')}
      </p>
      <div className="timeline-canvas" style={size}>
        <TimelineHead place={place} seen={seen} />
        <TimelineArrows lines={lines} seen={seen} place={place} drag={drag} />
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid pattern, with the rows and cells of a table.
          role="grid"
          className="timeline-rows"
          aria-label={t('timeline.label')}
          aria-describedby={hint}
          aria-rowcount={rows.length}
          aria-multiselectable={editable}
          onKeyDownCapture={press}
          onFocus={focus}
        >
          <tbody>
            {shown.map((index) => {
              const row = rows[index]
              if (!row) return null
              if (row.kind === 'group')
                return <TimelineGroup key={row.key} row={row} index={index} />
              return (
                <TimelineRow
                  key={row.key}
                  row={row}
                  index={index}
                  isActive={index === active}
                  place={place}
                  seen={seen}
                  waitsFor={waitsFor.get(row.timed.card.id)?.join(', ')}
                  moved={drag?.id === row.timed.card.id ? drag.span : null}
                />
              )
            })}
          </tbody>
        </table>
      </div>
    </div>
  )
}
