import type { RecordPage } from '@atelier/shared/training/record'
import type { WeekGlance } from '@atelier/shared/training/week-state'
import { Link } from '@tanstack/react-router'
import { PenLine } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '../ui/button'

/** What to do in a record: what waits for this person, what is missing, and this week. Nothing where there is nothing. */
export function NextStep({ record }: { record: RecordPage }) {
  const { t } = useTranslation('training')
  const { id, role, state, weeks } = record
  if (state !== 'in-force') return null
  const isMine = role === 'apprentice'
  const waiting = weeks.filter((one) => one.waitsForMe)
  const missing = isMine ? weeks.filter((one) => one.state === 'gap') : []
  const now = isMine ? weeks.find((one) => one.state === 'now') : undefined
  if (waiting.length + missing.length === 0 && !now) return null
  return (
    <div className="mb-10 space-y-4">
      {now && (
        <Link
          to="/training/$recordId/$week"
          params={{ recordId: id, week: now.week }}
          className={buttonClass('primary')}
        >
          <PenLine aria-hidden size={16} />
          {t('record.writeNow')}
        </Link>
      )}
      <SomeWeeks
        recordId={id}
        title={t(isMine ? 'record.cameBack' : 'record.toSign')}
        weeks={waiting}
      />
      <SomeWeeks recordId={id} title={t('record.missing')} weeks={missing} />
    </div>
  )
}

/** The rest is in the overview below. */
const mostLinks = 8

type SomeProps = { recordId: string; title: string; weeks: readonly WeekGlance[] }

function SomeWeeks({ recordId, title, weeks }: SomeProps) {
  const { t } = useTranslation('training')
  const id = useId()
  const shown = weeks.slice(-mostLinks)
  const more = weeks.length - shown.length
  if (shown.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-medium text-ink-soft text-sm">
        {title}
      </h2>
      <ul className="flex flex-wrap items-center gap-2">
        {shown.map(({ week }) => {
          const [year, nth] = week.split('-W')
          return (
            <li key={week}>
              <Link
                to="/training/$recordId/$week"
                params={{ recordId, week }}
                className={buttonClass('secondary', 'small')}
              >
                {t('week.title', { year, nth: Number(nth) })}
              </Link>
            </li>
          )
        })}
        {more > 0 && (
          <li className="text-ink-soft text-sm">{t('record.moreWeeks', { count: more })}</li>
        )}
      </ul>
    </section>
  )
}
