import type { TimelineGroup as Grouping, TimelineZoom } from '@atelier/shared/boards/view'
import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Option, Select } from '../../ui/select'
import { ChoiceSwitch } from '../time/choice-switch'
import type { TimedCards } from '../time/timed-cards'
import { TurnButtons } from '../time/turn-buttons'
import { UndatedToggle } from '../time/undated-panel'
import type { TimelinePlace } from './use-timeline-place'

type Props = {
  place: TimelinePlace
  timed: TimedCards
  grouping: Grouping
  onGroupingChange(grouping: Grouping): void
  onZoom(zoom: TimelineZoom): void
  isListOpen: boolean
  onListOpenChange(open: boolean): void
}

/** How the timeline is looked at: how far, by what, and from which day on. */
export function TimelineBar(props: Props) {
  const { place, timed } = props
  const { t } = useTranslation('board-time')
  return (
    <div className="time-bar">
      <TurnButtons
        earlier={t('timeline.earlier')}
        later={t('timeline.later')}
        onTurn={place.turn}
        onToday={() => place.goTo(place.today)}
      />
      <ChoiceSwitch
        label={t('timeline.zoom.label')}
        value={place.scale}
        onChange={props.onZoom}
        choices={(['week', 'month', 'quarter'] as const).map((id) => ({
          id,
          words: t(`timeline.zoom.${id}`),
        }))}
      />
      <Select
        label={t('timeline.groups.label')}
        hideLabel
        look="quiet"
        value={props.grouping}
        onChange={props.onGroupingChange}
      >
        <Option id="column">{t('timeline.groups.column')}</Option>
        <Option id="person">{t('timeline.groups.person')}</Option>
      </Select>
      <Beyond place={place} timed={timed} />
      <UndatedToggle
        count={timed.undated.length}
        open={props.isListOpen}
        onChange={props.onListOpenChange}
      />
    </div>
  )
}

/** How many cards lie where one cannot scroll to, and the way to the nearest of them. */
function Beyond({ place, timed }: { place: TimelinePlace; timed: TimedCards }) {
  const { t } = useTranslation('board-time')
  const { range, goTo } = place
  const earlier = timed.dated.filter(({ span }) => span.to < range.from)
  const later = timed.dated.filter(({ span }) => span.from > range.to)
  const [nearestBefore, nearestAfter] = [earlier.at(-1), later[0]]
  return (
    <>
      {nearestBefore && (
        <Button
          size="small"
          tone="quiet"
          icon={<ArrowLeft size={14} className="rtl:rotate-180" />}
          onPress={() => goTo(nearestBefore.span.from)}
        >
          {t('timeline.beyondEarlier', { count: earlier.length })}
        </Button>
      )}
      {nearestAfter && (
        <Button
          size="small"
          tone="quiet"
          icon={<ArrowRight size={14} className="rtl:rotate-180" />}
          onPress={() => goTo(nearestAfter.span.from)}
        >
          {t('timeline.beyondLater', { count: later.length })}
        </Button>
      )}
    </>
  )
}
