import type { RecordRow } from '@atelier/shared/training/record'
import { Link } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Page, PageSkeleton } from '../shell/page'
import { useShellTitle } from '../shell/shell-header'
import { Badge } from '../ui/badge'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { useRefusalText } from '../ui/refusal-text'
import { BeginDialog } from './begin-dialog'
import { PlansSection } from './plans-section'
import { useTrainingRecords } from './training-records'

/** The records one writes, and those one signs: what waits comes first. */
export function TrainingScreen() {
  const { t } = useTranslation('training')
  const { data, error } = useTrainingRecords()
  const [isBeginning, setBeginning] = useState(false)
  const refusalText = useRefusalText()
  useShellTitle(t('title'))
  if (!data && !error) return <PageSkeleton />
  // Whoever keeps one has begun: it is the record they come for.
  const keepsOne = data?.some(({ role }) => role === 'apprentice') ?? false
  const begin = (
    <Button
      tone={keepsOne ? 'quiet' : 'primary'}
      icon={<Plus aria-hidden size={16} />}
      onPress={() => setBeginning(true)}
    >
      {t('begin')}
    </Button>
  )
  return (
    <Page width="reading">
      <header className="mb-8 flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="font-semibold text-2xl">{t('title')}</h1>
          <p className="mt-1 text-ink-soft text-pretty">{t('words')}</p>
        </div>
        {data && data.length > 0 && begin}
      </header>
      {error && !data && <Banner tone="danger">{refusalText(error)}</Banner>}
      {data?.length === 0 && (
        <EmptyState scene="done" title={t('empty.title')} action={begin}>
          {t('empty.words')}
        </EmptyState>
      )}
      <ul className="space-y-3">
        {data?.map((record) => (
          <li key={record.id}>
            <OneRecord record={record} />
          </li>
        ))}
      </ul>
      <PlansSection isAside={keepsOne} />
      {isBeginning && <BeginDialog onClose={() => setBeginning(false)} />}
    </Page>
  )
}

function OneRecord({ record }: { record: RecordRow }) {
  const { t } = useTranslation('training')
  const { day } = useFormat()
  const { id, role, occupation, planTitle, startsOn, endsOn } = record
  const apprentice = record.people.find((one) => one.role === 'apprentice')
  return (
    <Link
      to="/training/$recordId"
      params={{ recordId: id }}
      className="block rounded-xl border border-line bg-raised px-5 py-4 shadow-card hover:bg-hover"
    >
      <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="min-w-0 flex-1 basis-48 truncate font-medium">
          {role === 'apprentice' ? occupation || planTitle : apprentice?.name}
        </span>
        <Standing record={record} />
      </span>
      <span className="mt-1 block text-ink-soft text-sm">
        {role === 'apprentice' ? planTitle : `${occupation} · ${planTitle}`}
      </span>
      <span className="mt-0.5 block text-ink-faint text-sm">
        {t('time', { from: day(startsOn), to: day(endsOn) })} ·{' '}
        {t('youAre', { role: t(`roles.${role}`) })}
      </span>
    </Link>
  )
}

function Standing({ record: { isAsked, state, waiting, gaps } }: { record: RecordRow }) {
  const { t } = useTranslation('training')
  if (isAsked) return <Badge tone="accent">{t('asked')}</Badge>
  if (state === 'asked') return <Badge tone="outline">{t('notInForce')}</Badge>
  return (
    <>
      {waiting > 0 && <Badge tone="accent">{t('waiting', { count: waiting })}</Badge>}
      {gaps > 0 && <Badge tone="warning">{t('gaps', { count: gaps })}</Badge>}
    </>
  )
}
