import { dueTone } from '@atelier/shared/boards/due'
import { CalendarDays } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { shortDay } from '../i18n/short-day'
import { useFormat } from '../i18n/use-format'
import { useToday } from '../i18n/use-today'
import { classNames } from '../ui/class-names'

const tones = {
  overdue: 'text-danger',
  today: 'text-warning',
  soon: 'text-ink-soft',
  later: 'text-ink-faint',
}

/** Until when; calm once it is done. */
export function DueDay({ day, isDone }: { day: string; isDone: boolean }) {
  const { t } = useTranslation('mentorships')
  const { locale } = useFormat()
  const today = useToday()
  const words = day === today ? t('due.today') : shortDay(day, today, locale)
  return (
    <time
      dateTime={day}
      className={classNames(
        'inline-flex shrink-0 items-center gap-1 whitespace-nowrap text-xs tabular-nums',
        isDone ? 'text-ink-faint' : tones[dueTone(day, today)],
      )}
    >
      <CalendarDays aria-hidden size={13} />
      <span aria-hidden>{words}</span>
      <span className="sr-only">{t('due.label', { day: words })}</span>
    </time>
  )
}
