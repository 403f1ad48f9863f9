import { History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../i18n/use-today'
import { EntryRow } from './entry-row'
import { monthsBefore } from './journal-days'
import { useEntryAround } from './journal-records'

const withinDays = 3

/** What one wrote around this day a month ago, or a year ago: nothing where there is nothing. */
export function LastMonth() {
  const today = useToday()
  const month = useEntryAround(monthsBefore(today, 1), withinDays)
  const year = useEntryAround(monthsBefore(today, 12), withinDays)
  const found = month.data ?? year.data
  const { t } = useTranslation('journals')
  if (!found) return null
  const words = t(month.data ? 'lastMonth.month' : 'lastMonth.year')
  return (
    <section aria-label={words} className="journal-then">
      <h2>
        <History size={14} aria-hidden />
        {words}
      </h2>
      <EntryRow entry={found} />
    </section>
  )
}
