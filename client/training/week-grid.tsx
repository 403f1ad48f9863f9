import { firstDayOf } from '@atelier/shared/training/iso-week'
import { type WeekGlance, weekStates } from '@atelier/shared/training/week-state'
import { Link } from '@tanstack/react-router'
import { ChevronDown, ChevronUp, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { WeekMark } from './week-mark'
import { yearsOf } from './years-of'

/** The whole time at a glance, a row for each year; years of which nothing is there yet are folded away. */
export function WeekGrid({ recordId, weeks }: { recordId: string; weeks: readonly WeekGlance[] }) {
  const { t } = useTranslation('training')
  const [showsAhead, setShowsAhead] = useState(false)
  const { all, begun } = yearsOf(weeks)
  const years = showsAhead ? all : begun
  const shown = weekStates.filter((state) => weeks.some((one) => one.state === state))
  return (
    <>
      {years.map((year) => (
        <div key={year} className="mb-5">
          <h3 className="mb-2 font-medium text-ink-soft text-sm">{year}</h3>
          <ul className="flex flex-wrap gap-1.5">
            {weeks
              .filter(({ week }) => week.startsWith(year))
              .map((one) => (
                <li key={one.week}>
                  <OneWeek recordId={recordId} glance={one} />
                </li>
              ))}
          </ul>
        </div>
      ))}
      {begun.length < all.length && (
        <Button
          tone="quiet"
          size="small"
          className="-ms-2.5 mb-4"
          aria-expanded={showsAhead}
          icon={
            showsAhead ? <ChevronUp size={15} aria-hidden /> : <ChevronDown size={15} aria-hidden />
          }
          onPress={() => setShowsAhead(!showsAhead)}
        >
          {t(showsAhead ? 'record.hideAhead' : 'record.showAhead', { until: all.at(-1) })}
        </Button>
      )}
      <ul className="flex flex-wrap gap-x-4 gap-y-2 text-ink-soft text-xs">
        {shown.map((state) => (
          <li key={state} className="flex items-center gap-1.5">
            <WeekMark state={state} className="size-5! [&>svg]:size-3" />
            {t(`states.${state}`)}
          </li>
        ))}
        {weeks.some(({ addenda }) => addenda > 0) && (
          <li className="flex items-center gap-1.5">
            <AddendumMark />
            {t('record.hasAddendum')}
          </li>
        )}
      </ul>
    </>
  )
}

function AddendumMark({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames(
        'inline-flex size-3.5 items-center justify-center rounded-full bg-ink text-canvas',
        className,
      )}
    >
      <Plus size={10} strokeWidth={3} />
    </span>
  )
}

function OneWeek({ recordId, glance }: { recordId: string; glance: WeekGlance }) {
  const { t } = useTranslation('training')
  const { day } = useFormat()
  const { week, state, addenda, waitsForMe } = glance
  const [year, nth] = week.split('-W')
  const words = [
    `${t('week.title', { year, nth: Number(nth) })}, ${day(firstDayOf(week))}: ${t(`states.${state}`)}`,
    addenda > 0 ? t('addenda', { count: addenda }) : '',
    waitsForMe ? t('waitsForYou') : '',
  ]
  const label = words.filter((one) => one !== '').join(', ')
  return (
    <Link
      to="/training/$recordId/$week"
      params={{ recordId, week }}
      aria-label={label}
      title={label}
      className="relative block rounded-md hover:opacity-80"
    >
      <WeekMark state={state} />
      {addenda > 0 && <AddendumMark className="absolute -end-1 -bottom-1 ring-2 ring-canvas" />}
      {waitsForMe && (
        <span
          aria-hidden
          className="absolute -end-1 -top-1 size-2.5 rounded-full bg-danger ring-2 ring-canvas"
        />
      )}
    </Link>
  )
}
