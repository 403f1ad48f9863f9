import { dueTone } from '@atelier/shared/boards/due'
import { CalendarDays } from 'lucide-react'
import { useLocale } from 'react-aria-components/I18nProvider'
import { useTranslation } from 'react-i18next'
import { shortDay } from '../i18n/short-day'
import { useToday } from '../i18n/use-today'

/** When a card is due, and from when on it is worked on, in the reader's words. */
export function DueChip({ due, start = null }: { due: string; start?: string | null }) {
  const { t } = useTranslation('boards')
  const words = useDueWords()
  const tone = dueTone(due, useToday())
  return (
    <time className="board-due" data-tone={tone} dateTime={due}>
      <CalendarDays aria-hidden size={12} />
      {start !== null && start !== due && `${words(start)} – `}
      {words(due)}
      {tone === 'overdue' && <span className="sr-only">{t('due.overdue')}</span>}
    </time>
  )
}

/** Says a day the reader's way: today by name, the year only if another. */
export function useDueWords(): (due: string) => string {
  const { t } = useTranslation('boards')
  const { locale } = useLocale()
  const today = useToday()
  return (due) => (due === today ? t('due.today') : shortDay(due, today, locale))
}
