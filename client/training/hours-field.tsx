import { useTranslation } from 'react-i18next'
import { TextField } from '../ui/text-field'
import { hoursTyped, minutesOf, mostHours } from './hours-typed'
import type { WrittenActivity } from './written-week'

type Hours = Pick<WrittenActivity, 'hours' | 'minutes' | 'before'>
type Props = { nth: number; row: Hours; onChange(change: Partial<Hours>): void }

/**
 * Says what is saved, in the words it was typed in. What cannot be read, or is more than a week has, is no hours: it is
 * said to be wrong, and those before it stay.
 */
export function HoursField({ nth, row, onChange }: Props) {
  const { t } = useTranslation('training')
  const text = row.hours ?? hoursTyped(row.minutes)
  const read = minutesOf(text)
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
        value={text}
        onChange={(hours) => {
          const minutes = minutesOf(hours)
          onChange({ hours, minutes: typeof minutes === 'number' ? minutes : row.before })
        }}
        onFocus={() => {
          if (row.before !== row.minutes) onChange({ before: row.minutes })
        }}
        error={
          typeof read === 'number' ? undefined : t(`week.hoursWrong.${read}`, { most: mostHours })
        }
        className="data-invalid:flex-1 [&_input]:w-20"
      />
    </div>
  )
}
