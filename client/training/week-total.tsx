import { useTranslation } from 'react-i18next'
import { useHours } from './use-hours'

/** All hours of the activities together; nothing where there are none. */
export function WeekTotal({ of }: { of: readonly { minutes: number }[] }) {
  const { t } = useTranslation('training')
  const hours = useHours()
  const minutes = of.reduce((sum, one) => sum + one.minutes, 0)
  if (minutes === 0) return null
  return (
    <p className="font-medium text-sm tabular-nums">{t('week.total', { hours: hours(minutes) })}</p>
  )
}
