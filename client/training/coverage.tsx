import type { RecordPage } from '@atelier/shared/training/record'
import { useTranslation } from 'react-i18next'
import { classNames } from '../ui/class-names'

/** How much of each item of the plan was written down so far. */
export function Coverage({ record: { plan, coverage } }: { record: RecordPage }) {
  const { t, i18n } = useTranslation('training')
  const found = new Map(coverage.map((one) => [one.code, one]))
  const covered = plan.items.filter(({ code }) => found.has(code)).length
  const hours = (minutes: number) =>
    new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(minutes / 60)
  return (
    <section aria-labelledby="plan">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
        <h2 id="plan" className="font-semibold text-lg">
          {t('record.plan')}
        </h2>
        <p className="text-ink-soft text-sm">
          {t('record.covered', { count: covered, all: plan.items.length })}
        </p>
      </div>
      <ul className="divide-y divide-line">
        {plan.items.map(({ code, title, guide, unit }) => {
          const minutes = found.get(code)?.minutes ?? 0
          const share =
            guide !== null && unit === 'hours' ? minutes / 60 / guide : minutes > 0 ? 1 : 0
          return (
            <li key={code} className="py-2.5">
              <div className="flex gap-3">
                <span className="w-12 shrink-0 text-ink-faint text-sm tabular-nums">{code}</span>
                <span className="min-w-0 flex-1 text-pretty">{title}</span>
                <span
                  className={classNames(
                    'shrink-0 text-end text-sm tabular-nums',
                    minutes > 0 ? 'text-ink-soft' : 'text-ink-faint',
                  )}
                >
                  {minutes > 0 || guide !== null
                    ? t('hoursOf', { hours: hours(minutes) })
                    : t('record.never')}
                  {unit === 'weeks' && guide !== null ? ' · ' : ' '}
                  {guide !== null && (
                    <span className="text-ink-faint">
                      {t(`record.guide.${unit}`, { count: guide })}
                    </span>
                  )}
                </span>
              </div>
              <div aria-hidden className="ms-15 mt-1.5 h-1 overflow-hidden rounded-full bg-hover">
                <div
                  className="h-full rounded-full bg-accent"
                  style={{ width: `${Math.min(1, share) * 100}%` }}
                />
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
