import { asDayNumber, type Span } from '@atelier/shared/boards/span'
import type { TimelineZoom as Scale } from '@atelier/shared/boards/view'
import { MoreHorizontal } from 'lucide-react'
import type { CSSProperties } from 'react'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../i18n/use-today'
import { IconButton } from '../../ui/icon-button'
import { useDesk } from '../board-context'
import { useIsChosen } from '../card-selection'
import { toneOf, useCardColours, useCardWords } from '../time/card-tone'
import { useDayWords } from '../time/day-words'
import { useTimeDesk } from '../time/time-context'
import type { CardRow, Row } from './timeline-rows'
import type { Range } from './timeline-scale'
import type { TimelinePlace } from './use-timeline-place'
import './timeline-narrow.css'

/** The rows below each other for a narrow window, each with its bar in the same few weeks or months. */
export function TimelineList({ place, rows }: { place: TimelinePlace; rows: readonly Row[] }) {
  const { t } = useTranslation('board-time')
  const { openCard } = useDesk()
  const words = useDayWords()
  const range = pageAround(place.day, place.scale)
  return (
    <div className="timeline-narrow">
      <h2 aria-live="polite">{words.range({ from: range.from, to: range.to })}</h2>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 68 }}>
        <GridList
          aria-label={t('timeline.label')}
          items={rows}
          dependencies={[range.from, range.to]}
          selectionMode="none"
          keyboardNavigationBehavior="tab"
          disallowTypeAhead
          className="time-list"
          onAction={(key) => {
            const row = rows.find((one) => one.key === key)
            if (row?.kind === 'card') openCard(row.timed.card.id)
          }}
        >
          {(row) =>
            row.kind === 'card' ? (
              <CardItem row={row} range={range} today={place.today} />
            ) : (
              <GroupItem row={row} />
            )
          }
        </GridList>
      </Virtualizer>
    </div>
  )
}

function GroupItem({ row }: { row: Extract<Row, { kind: 'group' }> }) {
  const { t } = useTranslation('board-time')
  const { name } = row.group
  return (
    <GridListItem
      id={row.key}
      isDisabled
      textValue={t('timeline.group', { name, count: row.count })}
      className="timeline-narrow-group"
    >
      <b dir="auto">{name}</b> {row.count}
    </GridListItem>
  )
}

function CardItem({ row, range, today }: { row: CardRow; range: Range; today: number }) {
  const { timed } = row
  const { card, span } = timed
  const { t } = useTranslation('board-time')
  const { openMenu } = useTimeDesk()
  const { selection } = useDesk()
  const isChosen = useIsChosen(selection, card.id)
  const words = useDayWords()
  const cardWords = useCardWords()
  const colours = useCardColours(card)
  const title = card.title || t('untitled')
  return (
    <GridListItem
      id={row.key}
      textValue={cardWords(timed, isChosen)}
      data-chosen={isChosen || undefined}
      className="time-card timeline-narrow-card"
      data-timed={card.id}
      data-tone={toneOf(timed, useToday())}
      style={colours}
    >
      <span className="timeline-narrow-text">
        <span className="time-title" dir="auto">
          {title}
        </span>
        <span className="time-list-days">{words.range(span)}</span>
        <span className="timeline-track" aria-hidden>
          {today >= range.from && today <= range.to && (
            <i
              className="timeline-track-today"
              style={{
                insetInlineStart: placed({ from: today, to: today }, range).insetInlineStart,
              }}
            />
          )}
          <i
            data-before={span.to < range.from || undefined}
            data-after={span.from > range.to || undefined}
            style={placed(span, range)}
          />
        </span>
      </span>
      <IconButton
        label={t('menu.label', { title })}
        onPress={({ target }) => openMenu(card.id, target as HTMLElement)}
      >
        <MoreHorizontal aria-hidden size={16} />
      </IconButton>
    </GridListItem>
  )
}

/** Of the days around the one that was gone to: so many before it, and so many after. */
const aroundDay: Record<Scale, [before: number, after: number]> = {
  week: [3, 10],
  month: [7, 23],
  quarter: [14, 76],
}

function pageAround(day: number, scale: Scale): Range {
  const [before, after] = aroundDay[scale]
  return { from: asDayNumber(day - before), to: asDayNumber(day + after) }
}

/** What is out of the page stands at its edge. */
function placed(span: Span, { from, to }: Range): CSSProperties {
  const days = to - from + 1
  const start = Math.min(days - 0.5, Math.max(0, span.from - from))
  const end = Math.max(0.5, Math.min(days, span.to + 1 - from))
  return {
    insetInlineStart: `${(start / days) * 100}%`,
    inlineSize: `${(Math.max(0.5, end - start) / days) * 100}%`,
  }
}
