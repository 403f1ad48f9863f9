import type { Card } from '@atelier/shared/boards/card'
import { setDue, setStart } from '@atelier/shared/boards/fact-edits'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../i18n/use-today'
import { useDesk } from '../board-context'
import { useDueWords } from '../due-chip'
import { CardFact } from './card-fact'
import { dayDoubt } from './day-doubt'
import { DayField } from './day-field'

/** When work on it starts, and when it has to be done. What looks odd is said, and stays as it is. */
export function CardDays({ card }: { card: Card }) {
  const { t } = useTranslation('card')
  const { room, editable } = useDesk()
  const words = useDueWords()
  const doubt = dayDoubt(card, useToday())
  return (
    <div>
      <div className="card-days">
        {editable ? (
          <>
            <DayField
              label={t('days.start')}
              value={card.start}
              removeLabel={t('days.removeStart')}
              onChange={(day) => setStart(room.doc, card.id, day)}
            />
            <DayField
              label={t('days.due')}
              value={card.due}
              removeLabel={t('days.removeDue')}
              onChange={(day) => setDue(room.doc, card.id, day)}
            />
          </>
        ) : (
          <>
            <CardFact label={t('days.start')}>{card.start && words(card.start)}</CardFact>
            <CardFact label={t('days.due')}>{card.due && words(card.due)}</CardFact>
          </>
        )}
      </div>
      <p className="card-note" role="status">
        {doubt && t(`days.doubt.${doubt.kind}`, { year: doubt.year })}
      </p>
    </div>
  )
}
