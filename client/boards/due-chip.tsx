import { dueTone } from '@atelier/shared/boards/due'
import { CalendarDays } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useToday } from './use-today'

/** When a card is due, in the reader's words: today and tomorrow by name, the year only if another. */
export function DueChip({ due }: { due: string }) {
  const { t, i18n } = useTranslation('boards')
  const today = useToday()
  const tone = dueTone(due, today)
  return (
    <time className="board-due" data-tone={tone} dateTime={due}>
      <CalendarDays aria-hidden size={12} />
      {tone === 'today' ? t('due.today') : formatDue(due, today, i18n.language)}
      {tone === 'overdue' && <span className="sr-only">{t('due.overdue')}</span>}
    </time>
  )
}

function formatDue(due: string, today: string, language: string): string {
  const sameYear = due.slice(0, 4) === today.slice(0, 4)
  return new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(Date.parse(due))
}
