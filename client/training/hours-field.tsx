import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../ui/text-field'
import { hoursTyped, minutesOf } from './hours-typed'

type Props = { minutes: number; onChange(minutes: number): void }

/** Says what is saved, in the words it was typed in as long as these mean that; and where it cannot be read, says so. */
export function HoursField({ minutes, onChange }: Props) {
  const { t } = useTranslation('training')
  const [typed, setTyped] = useState('')
  const read = minutesOf(typed)
  const isUnread = read === null && minutes === 0
  return (
    <TextField
      hideLabel
      label={t('week.hours')}
      placeholder={t('week.hours')}
      inputMode="decimal"
      value={isUnread || read === minutes ? typed : hoursTyped(minutes)}
      onChange={(text) => {
        setTyped(text)
        onChange(minutesOf(text) ?? 0)
      }}
      error={isUnread ? t('week.hoursUnread') : undefined}
      className="w-24"
    />
  )
}
