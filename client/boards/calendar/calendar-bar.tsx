import { useTranslation } from 'react-i18next'
import { ChoiceSwitch } from '../time/choice-switch'
import { useDayWords } from '../time/day-words'
import { TurnButtons } from '../time/turn-buttons'
import { UndatedToggle } from '../time/undated-panel'
import type { CalendarPlace } from './calendar'

type Props = {
  place: CalendarPlace
  undated: number
  isListOpen: boolean
  onListOpenChange(open: boolean): void
}

/** Which days these are, and the way to others. */
export function CalendarBar({ place, undated, isListOpen, onListOpenChange }: Props) {
  const { t } = useTranslation('board-time')
  const words = useDayWords()
  const { zoom, period, today } = place
  const title = zoom === 'month' ? words.month(period.from) : words.range(period)
  return (
    <div className="time-bar">
      <h2 aria-live="polite">{title}</h2>
      <TurnButtons
        earlier={t(`calendar.earlier.${zoom}`)}
        later={t(`calendar.later.${zoom}`)}
        onTurn={place.turn}
        onToday={() => place.goTo(today)}
      />
      <ChoiceSwitch
        label={t('calendar.zoom.label')}
        value={zoom}
        onChange={place.setZoom}
        choices={[
          { id: 'month', words: t('calendar.zoom.month') },
          { id: 'week', words: t('calendar.zoom.week') },
        ]}
      />
      <UndatedToggle count={undated} open={isListOpen} onChange={onListOpenChange} />
    </div>
  )
}
