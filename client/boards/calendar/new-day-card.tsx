import { longest } from '@atelier/shared/boards/board-shape'
import { addCard } from '@atelier/shared/boards/card-edits'
import { dayAt } from '@atelier/shared/boards/span'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'
import { OneLineField } from '../one-line-field'
import { useDayWords } from '../time/day-words'

type Props = { day: number; onLeave(day: number, byKey: boolean): void }

/** Enter adds a card that is due on the day, to the first column, and is ready for the next. */
export function NewDayCard({ day, onLeave }: Props) {
  const { t } = useTranslation('board-time')
  const { room, store, announce } = useDesk()
  const words = useDayWords()
  const add = (title: string) => {
    const [first] = store.read().columns
    if (!first) return
    addCard(room.doc, { title, column: first.id, due: dayAt(day), createdBy: room.me.id })
    announce(t('new.added', { title, day: words.long(day) }))
  }
  return (
    <OneLineField
      again
      className="calendar-new"
      label={t('new.label', { day: words.long(day) })}
      placeholder={t('new.placeholder')}
      maxLength={longest.cardTitle}
      onDone={add}
      onLeave={(byKey) => onLeave(day, byKey)}
    />
  )
}
