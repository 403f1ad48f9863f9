import { Link } from '@tanstack/react-router'
import { ChevronRight, GraduationCap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useTrainingRecords } from './training-records'

/** To the record one keeps as an apprentice, or those one signs. Nothing where there is none. */
export function OwnRecordLink() {
  const { t } = useTranslation('training')
  const { data = [] } = useTrainingRecords()
  const [own, ...more] = data.filter(({ role }) => role === 'apprentice')
  const waiting = data.reduce((sum, one) => sum + one.waiting, 0)
  if (data.length === 0) return null
  const words = waiting > 0 ? t('waiting', { count: waiting }) : (own?.planTitle ?? t('toSign'))
  const inside = (
    <>
      <GraduationCap size={17} aria-hidden className="shrink-0 text-accent" />
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{t(own && more.length === 0 ? 'yours' : 'title')}</span>
        <span className="block truncate text-ink-soft text-sm">{words}</span>
      </span>
      <ChevronRight size={16} aria-hidden className="shrink-0 text-ink-faint rtl:rotate-180" />
    </>
  )
  if (own && more.length === 0)
    return (
      <Link to="/training/$recordId" params={{ recordId: own.id }} className={linkClass}>
        {inside}
      </Link>
    )
  return (
    <Link to="/training" className={linkClass}>
      {inside}
    </Link>
  )
}

const linkClass =
  'mb-6 flex items-center gap-3 rounded-xl border border-line bg-raised px-4 py-3 shadow-card hover:bg-hover'
