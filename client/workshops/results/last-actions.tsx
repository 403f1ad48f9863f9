import { Link } from '@tanstack/react-router'
import { Circle, CircleCheck } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'
import { useLastTime } from './result-records'
import { ResultFacts } from './result-row'
import { WentTo } from './went-to'

/** What was taken on in the workshop before, and what became of it. Nothing where there was none, or for guests. */
export function LastActions({ workshopId }: { workshopId: string }) {
  const { t } = useTranslation('workshop-results')
  const { day } = useFormat()
  const title = useId()
  const { data } = useLastTime(workshopId)
  const last = data?.last
  if (!last || last.actions.length === 0) return null
  const done = last.actions.filter(({ card }) => card?.done).length
  return (
    <section aria-labelledby={title} className="grid max-w-3xl gap-2">
      <h2 id={title} className="font-semibold text-lg">
        {t('last.title')}
      </h2>
      <p className="text-ink-soft text-sm">
        <Link
          to="/workshops/$workshopId"
          params={{ workshopId: last.id }}
          className="hover:underline"
        >
          {last.title}
        </Link>
        {last.endedAt && <> · {day(last.endedAt)}</>}
        {' · '}
        {t('last.done', { done, count: last.actions.length })}
      </p>
      <ul className="divide-y divide-line">
        {last.actions.map((action) => (
          <li key={action.id} className="flex items-start gap-2.5 py-2.5">
            {action.card?.done ? (
              <CircleCheck size={18} aria-hidden className="mt-0.5 shrink-0 text-accent" />
            ) : (
              <Circle size={18} aria-hidden className="mt-0.5 shrink-0 text-ink-faint" />
            )}
            <div className="min-w-0 flex-1">
              <p dir="auto" className="text-pretty wrap-anywhere">
                {action.words}
              </p>
              <ResultFacts result={action} />
            </div>
            {action.card && <WentTo card={action.card} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
