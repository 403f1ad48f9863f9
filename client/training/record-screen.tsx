import { signingRoles } from '@atelier/shared/access/roles'
import type { RecordPage } from '@atelier/shared/training/record'
import { recordFormats } from '@atelier/shared/training/record'
import { gapsIn } from '@atelier/shared/training/week-state'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { ask, askBytes } from '../api/api'
import { useChange } from '../api/use-change'
import { useFormat } from '../i18n/use-format'
import { today } from '../i18n/use-today'
import { NotFound } from '../shell/not-found'
import { Page, PageSkeleton } from '../shell/page'
import { useShellCrumbs, useShellTitle } from '../shell/shell-header'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Menu, MenuItem } from '../ui/menu'
import { useRefusalText } from '../ui/refusal-text'
import { Coverage } from './coverage'
import { KeyPart } from './key-part'
import { NextStep } from './next-step'
import { RecordPeople } from './record-people'
import { saveBytes } from './save-bytes'
import { recordRoute, useTrainingRecord } from './training-records'
import { WeekGrid } from './week-grid'

/** One training record: the weeks at a glance, what of the plan has come up, and who signs. */
export function RecordScreen() {
  const { recordId } = useParams({ from: '/inside/training/$recordId' })
  const { data, error } = useTrainingRecord(recordId)
  const refusalText = useRefusalText()
  if (error?.code === 'not-found') return <NotFound />
  if (data) return <OneRecord record={data} />
  if (!error) return <PageSkeleton />
  return (
    <Page>
      <Banner tone="danger">{refusalText(error)}</Banner>
    </Page>
  )
}

function OneRecord({ record }: { record: RecordPage }) {
  const { t } = useTranslation('training')
  const { day } = useFormat()
  const { id, plan, people, startsOn, endsOn, weeks } = record
  const name = people.find(({ role }) => role === 'apprentice')?.name ?? ''
  const gaps = gapsIn(weeks)
  useShellTitle(name)
  useShellCrumbs([{ label: t('title'), to: '/training' }])
  return (
    <Page>
      <header className="mb-8 flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="font-semibold text-2xl">{name}</h1>
          <p className="mt-1 text-ink-soft">
            {plan.occupation} · {t('time', { from: day(startsOn), to: day(endsOn) })}
          </p>
        </div>
        {!record.isAsked && <Take recordId={id} name={name} />}
      </header>
      {record.isAsked && <Answer record={record} />}
      {record.state === 'asked' && !record.isAsked && <NotInForce record={record} />}
      <NextStep record={record} />
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0 space-y-12">
          {weeks.length > 0 && (
            <section aria-labelledby="weeks">
              <div className="mb-4 flex flex-wrap items-baseline gap-x-3">
                <h2 id="weeks" className="font-semibold text-lg">
                  {t('record.weeks')}
                </h2>
                <p className="text-ink-soft text-sm">
                  {gaps === 0 ? t('noGaps') : t('gaps', { count: gaps })}
                </p>
              </div>
              <WeekGrid recordId={id} weeks={weeks} />
            </section>
          )}
          <Coverage record={record} />
        </div>
        <div className="space-y-10">
          <RecordPeople record={record} />
          {!record.isAsked && <KeyPart keyCard={record.key} />}
        </div>
      </div>
    </Page>
  )
}

function Answer({ record: { id, role } }: { record: RecordPage }) {
  const { t } = useTranslation('training')
  const answer = useChange(
    (accept: boolean) =>
      ask(recordRoute.answer.$post({ param: { recordId: id }, json: { accept } })),
    { renews: [['training']] },
  )
  return (
    <div className="mb-10">
      <Banner
        action={
          <>
            <Button size="small" tone="quiet" onPress={() => answer.mutate(false)}>
              {t('record.no')}
            </Button>
            <Button size="small" tone="primary" onPress={() => answer.mutate(true)}>
              {t('record.yes')}
            </Button>
          </>
        }
      >
        {t('record.answerWords', { role: t(`roles.${role}`) })}
      </Banner>
    </div>
  )
}

/** Until all three have said yes: what it waits for, and, for whoever began it, the way out. */
function NotInForce({ record: { id, people, mayPutAway } }: { record: RecordPage }) {
  const { t } = useTranslation('training')
  const navigate = useNavigate()
  const putAway = useChange(() => ask(recordRoute.$delete({ param: { recordId: id } })), {
    renews: [['training']],
    done: () => navigate({ to: '/training' }),
  })
  const isMissing = signingRoles.some((role) => !people.some((one) => one.role === role))
  return (
    <div className="mb-10">
      <Banner
        action={
          mayPutAway && (
            <Button size="small" tone="quiet" onPress={() => putAway.mutate(undefined)}>
              {t('record.putAway')}
            </Button>
          )
        }
      >
        {t(isMissing ? 'record.saidNo' : 'record.waitsForYes')}
      </Banner>
    </div>
  )
}

function Take({ recordId, name }: { recordId: string; name: string }) {
  const { t } = useTranslation('training')
  const take = useChange(
    async (format: (typeof recordFormats)[number]) => {
      const asked = { param: { recordId }, query: { format } }
      const bytes = await askBytes(
        recordRoute.export.$get(asked as { param: { recordId: string } }),
      )
      return { bytes, format }
    },
    {
      done: ({ bytes, format }) => {
        saveBytes(bytes, `${t('record.fileName', { name, day: today() })}.${format}`)
      },
    },
  )
  return (
    <MenuTrigger>
      <Button icon={<Download aria-hidden size={16} />} isPending={take.isPending}>
        {t('record.take')}
      </Button>
      <Menu onAction={(key) => take.mutate(recordFormats.find((one) => one === key) ?? 'pdf')}>
        <MenuItem id="pdf">{t('record.takePdf')}</MenuItem>
        <MenuItem id="json">{t('record.takeJson')}</MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
