import { dayAfter } from '@atelier/shared/basics/days'
import { firstDayOf, lastDayOf, weekOf } from '@atelier/shared/training/iso-week'
import type { RecordPage, WeekPage } from '@atelier/shared/training/record'
import type { WeekState } from '@atelier/shared/training/week-state'
import { Link, useParams } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { type RefObject, useEffect, useReducer, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { NotFound } from '../shell/not-found'
import { Page, PageSkeleton } from '../shell/page'
import { useShellCrumbs, useShellTitle } from '../shell/shell-header'
import { Badge } from '../ui/badge'
import { Banner } from '../ui/banner'
import { buttonClass } from '../ui/button'
import { useRefusalText } from '../ui/refusal-text'
import { SubmittedPart } from './submitted-part'
import { useTrainingRecord, useTrainingWeek } from './training-records'
import { WriteWeek } from './write-week'

/** One week: written by the apprentice, read and signed by the two others. */
export function WeekScreen() {
  const { recordId, week } = useParams({ from: '/inside/training/$recordId/$week' })
  const record = useTrainingRecord(recordId)
  const page = useTrainingWeek(recordId, week)
  const refusalText = useRefusalText()
  const error = record.error ?? page.error
  if (error?.code === 'not-found') return <NotFound />
  if (record.data && page.data) return <OneWeek key={week} record={record.data} page={page.data} />
  if (!error) return <PageSkeleton />
  return (
    <Page width="reading">
      <Banner tone="danger">{refusalText(error)}</Banner>
    </Page>
  )
}

type Props = { record: RecordPage; page: WeekPage }

function OneWeek({ record, page }: Props) {
  const { t } = useTranslation('training')
  const { week, parts, absence } = page
  const title = useRef<HTMLHeadingElement>(null)
  const [deeds, putDeed] = useReducer((count: number) => count + 1, 0)
  // The dialog is gone by then, and does not hold the focus any more.
  useEffect(() => {
    if (deeds > 0) title.current?.focus()
  }, [deeds])
  const isSubmitted = parts.length > 0
  return (
    <Page width="reading">
      <WeekHead record={record} page={page} title={title} />
      {!isSubmitted && page.draft === null && (
        <p className="text-ink-soft">
          {absence === 'none' ? t('week.nothing') : t(`week.absences.${absence}`)}
        </p>
      )}
      <div className="space-y-10">
        {parts.map((part) => (
          <SubmittedPart key={part.hash} {...{ record, week, part }} onDone={putDeed} />
        ))}
      </div>
      {page.draft && <WriteWeek record={record} page={page} draft={page.draft} />}
    </Page>
  )
}

const tones = { signed: 'accent', gap: 'warning', returned: 'danger' } as const
const toneOf = (state: WeekState) =>
  state in tones ? tones[state as keyof typeof tones] : 'neutral'

type HeadProps = Props & { title: RefObject<HTMLHeadingElement | null> }

function WeekHead({ record, page: { week, glance }, title: heading }: HeadProps) {
  const { t } = useTranslation('training')
  const { day } = useFormat()
  const [year = '', nth = ''] = week.split('-W')
  const title = t('week.title', { year, nth: Number(nth) })
  const name = record.people.find(({ role }) => role === 'apprentice')?.name ?? ''
  useShellTitle(title)
  useShellCrumbs([
    { label: t('title'), to: '/training' },
    { label: name, recordId: record.id },
  ])
  return (
    <header className="mb-8">
      <div className="flex items-center gap-2">
        <Link
          to="/training/$recordId"
          params={{ recordId: record.id }}
          className="min-w-0 flex-1 truncate text-ink-soft text-sm hover:underline"
        >
          {name}
        </Link>
        <Beside record={record} week={week} by={-7} />
        <Beside record={record} week={week} by={7} />
      </div>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 ref={heading} tabIndex={-1} className="min-w-0 font-semibold text-2xl outline-none">
          {title}
        </h1>
        <Badge tone={toneOf(glance.state)}>{t(`states.${glance.state}`)}</Badge>
      </div>
      <p className="mt-1 text-ink-soft">
        {t('time', { from: day(firstDayOf(week)), to: day(lastDayOf(week)) })}
      </p>
    </header>
  )
}

function Beside({ record, week, by }: { record: RecordPage; week: string; by: 7 | -7 }) {
  const { t } = useTranslation('training')
  const other = weekOf(dayAfter(firstDayOf(week), by))
  if (!record.weeks.some((one) => one.week === other)) return null
  const Icon = by < 0 ? ChevronLeft : ChevronRight
  const label = t(by < 0 ? 'week.previous' : 'week.next')
  return (
    <Link
      to="/training/$recordId/$week"
      params={{ recordId: record.id, week: other }}
      aria-label={label}
      title={label}
      className={buttonClass('quiet', 'small')}
    >
      <Icon size={17} aria-hidden className="rtl:rotate-180" />
    </Link>
  )
}
