import { isDate } from '@atelier/shared/boards/due'
import { dayNumber } from '@atelier/shared/boards/span'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { today } from '../../i18n/use-today'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import { Dialog, DialogFoot } from '../../ui/dialog'

/** For which day a card is to be written. */
export function DayQuestion(props: { onDay(day: number): void; onClose(): void }) {
  const { t } = useTranslation('board-time')
  const [day, setDay] = useState<string | null>(() => today())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isDate(day)) return
    props.onClose()
    props.onDay(dayNumber(day))
  }
  return (
    <Dialog isOpen onOpenChange={(open) => open || props.onClose()} title={t('new.elsewhere')}>
      <form className="time-form" onSubmit={submit}>
        <DateField label={t('date.due')} value={day} onChange={setDay} />
        <DialogFoot>
          <Button type="submit" tone="primary" isDisabled={!isDate(day)}>
            {t('new.write')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
