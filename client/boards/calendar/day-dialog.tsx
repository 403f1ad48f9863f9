import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog'
import { useDayWords } from '../time/day-words'
import { cardsBetween, type TimedCard } from '../time/timed-cards'
import { TimedList } from '../time/timed-list'

type Props = { day: number; dated: readonly TimedCard[]; onClose(): void }

/** Every card of one day, however many. */
export function DayDialog({ day, dated, onClose }: Props) {
  const { t } = useTranslation('board-time')
  const words = useDayWords()
  const title = words.long(day)
  return (
    <Dialog isOpen onOpenChange={(open) => open || onClose()} title={title}>
      <div className="time-sheet">
        <TimedList
          label={title}
          cards={cardsBetween(dated, day, day)}
          empty={t('calendar.nothing')}
        />
      </div>
    </Dialog>
  )
}
