import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../ui/text-field'
import { hoursTyped, minutesOf, mostHours } from './hours-typed'

type Props = { nth: number; minutes: number; onChange(minutes: number): void }

/**
 * Says what is saved, in the words it was typed in as long as these mean that. What cannot be read, or is more than a
 * week has, is no hours, and is said to be wrong.
 */
export function HoursField({ nth, minutes, onChange }: Props) {
  const { t } = useTranslation('training')
  const [typed, setTyped] = useState('')
  const read = minutesOf(typed)
  const isWrong = (read === 'unread' || read === 'too-many') && minutes === 0
  const label = t('week.hours')
  return (
    <div className="flex min-w-0 flex-wrap items-start gap-x-2 has-data-invalid:basis-full">
      <span aria-hidden className="flex h-10 items-center text-ink-soft text-sm">
        {label}
      </span>
      <TextField
        hideLabel
        label={`${label}, ${t('week.activity', { nth })}`}
        inputMode="decimal"
        value={isWrong || read === minutes ? typed : hoursTyped(minutes)}
        onChange={(text) => {
          setTyped(text)
          const now = minutesOf(text)
          onChange(typeof now === 'number' ? now : 0)
        }}
        error={isWrong ? t(`week.hoursWrong.${read}`, { most: mostHours }) : undefined}
        className="data-invalid:flex-1 [&_input]:w-20"
      />
    </div>
  )
}
