import type { Card } from '@atelier/shared/boards/card'
import { isDate } from '@atelier/shared/boards/due'
import { type Days, dayNumber, movedDays } from '@atelier/shared/boards/span'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { useCard } from '../board-context'
import { useTimeDesk } from './time-context'

/** "Move to date…": both days of a card, for everybody who does not drag. */
export function DateDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useTranslation('board-time')
  const card = useCard(id)
  return (
    <Dialog isOpen onOpenChange={(open) => open || onClose()} title={t('date.title')}>
      {card && <DateForm card={card} onClose={onClose} />}
    </Dialog>
  )
}

function DateForm({ card, onClose }: { card: Card; onClose(): void }) {
  const { t } = useTranslation('board-time')
  const { setDays } = useTimeDesk()
  const [days, choose] = useState<Days>({ start: card.start, due: card.due })
  const isTurned = days.start !== null && days.due !== null && days.start > days.due
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isTurned) return
    onClose()
    setDays(card.id, days)
  }
  return (
    <form className="time-form" onSubmit={submit}>
      <p className="font-medium wrap-anywhere" dir="auto">
        {card.title || t('untitled')}
      </p>
      <DateField
        label={t('date.due')}
        description={days.start !== null ? t('date.along') : undefined}
        value={days.due}
        onChange={(due) => choose(withDue(days, due))}
      />
      <DateField
        label={t('date.start')}
        error={isTurned ? t('date.turned') : undefined}
        value={days.start}
        onChange={(start) => choose({ ...days, start: asDay(start) })}
      />
      <DialogFoot>
        <Button onPress={() => choose({ start: null, due: null })}>{t('date.remove')}</Button>
        <Button type="submit" tone="primary" isDisabled={isTurned}>
          {t('date.submit')}
        </Button>
      </DialogFoot>
    </form>
  )
}

/** The start moves along, so that the card stays as long as it is. */
function withDue(days: Days, given: string | null): Days {
  const due = asDay(given)
  if (due === null || days.due === null) return { ...days, due }
  return movedDays(days, dayNumber(due) - dayNumber(days.due))
}

const asDay = (day: string | null) => (isDate(day) ? day : null)
