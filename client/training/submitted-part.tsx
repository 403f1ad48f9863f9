import type { Statement, WeekContent } from '@atelier/shared/training/proof'
import { readableFingerprint } from '@atelier/shared/training/proof'
import type { RecordPage, Return, WeekPage } from '@atelier/shared/training/record'
import { BadgeCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../api/api'
import { useChange } from '../api/use-change'
import { useFormat } from '../i18n/use-format'
import { Button } from '../ui/button'
import { ReturnDialog, SignDialog } from './sign-dialogs'
import { weekRoute } from './training-records'
import { useHours } from './use-hours'
import { WeekTotal } from './week-total'

type Part = WeekPage['parts'][number]
type Props = {
  record: RecordPage
  week: string
  part: Part
  /** Its buttons are gone with what was done: the keyboard goes on from somewhere else. */
  onDone(): void
}

/** What was submitted, exactly as it is signed, and who has signed it. */
export function SubmittedPart({ record, week, part, onDone }: Props) {
  const { t } = useTranslation('training')
  const said: WeekContent = JSON.parse(part.canonical)
  const signed = part.signatures.map(({ statement }): Statement => JSON.parse(statement))
  const hours = useHours()
  return (
    <article className="rounded-xl border border-line bg-raised px-5 py-5 shadow-card sm:px-7">
      {said.part > 0 && <h2 className="mb-3 font-semibold text-lg">{t('week.addendum')}</h2>}
      {said.absence !== 'none' && (
        <p className="mb-3 text-ink-soft">{t(`week.absences.${said.absence}`)}</p>
      )}
      {said.text !== '' && (
        <p className="wrap-anywhere whitespace-pre-wrap text-pretty">{said.text}</p>
      )}
      <ul className="mt-4 divide-y divide-line">
        {said.activities.map((row, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is submitted never changes its order
          <li key={nth} className="flex flex-wrap gap-x-4 gap-y-1 py-2.5">
            <span className="wrap-anywhere min-w-0 flex-1 basis-56">
              {row.words}
              {row.items.map(({ code, title }) => (
                <span key={code} className="block text-ink-faint text-sm">
                  {code} {title}
                </span>
              ))}
            </span>
            <span className="text-ink-soft text-sm tabular-nums">{hours(row.minutes)}</span>
          </li>
        ))}
      </ul>
      <div className="flex justify-end pt-1">
        <WeekTotal of={said.activities} />
      </div>
      <div className="mt-5 border-line border-t pt-4">
        <Signatures signed={signed} />
        {part.returns.map((one) => (
          <ReturnWords key={one.at} said={one} isAfterwards />
        ))}
        <details className="mt-3 text-ink-faint text-xs">
          <summary className="cursor-pointer">{t('week.hash')}</summary>
          <p className="mt-1 font-mono leading-5">{readableFingerprint(part.hash)}</p>
        </details>
        <Deeds record={record} week={week} part={part} signed={signed} onDone={onDone} />
      </div>
    </article>
  )
}

function Signatures({ signed }: { signed: readonly Statement[] }) {
  const { t } = useTranslation('training')
  const { moment } = useFormat()
  if (signed.length === 0) return <p className="text-ink-soft text-sm">{t('week.notSigned')}</p>
  return (
    <ul className="space-y-2">
      {signed.map(({ role, person, organisation, at }) => (
        <li key={role} className="flex items-start gap-2.5">
          <BadgeCheck aria-hidden size={18} className="mt-0.5 shrink-0 text-accent" />
          <span className="min-w-0">
            <span className="block font-medium">
              {t('week.signedBy', { name: person.name, organisation })}
            </span>
            <span className="text-ink-soft text-sm">
              {t('week.signedAs', { role: t(`roles.${role}`), at: moment(at) })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** `isAfterwards`: somebody had signed it by then, so that they ask for an addendum. */
export function ReturnWords(props: { said: Return; isAfterwards?: boolean }) {
  const { t } = useTranslation('training')
  const { by: name, role, words } = props.said
  return (
    <div className="mt-3 rounded-md bg-warning-soft px-4 py-3 text-sm">
      <p className="font-medium">
        {t(props.isAfterwards ? 'week.askedBy' : 'week.returnedBy', {
          name,
          role: t(`roles.${role}`),
        })}
      </p>
      <p className="wrap-anywhere mt-1 whitespace-pre-wrap">{words}</p>
    </div>
  )
}

type DeedProps = Props & { signed: readonly Statement[] }

function Deeds({ record, week, part, signed, onDone }: DeedProps) {
  const { t } = useTranslation('training')
  const [open, setOpen] = useState<'sign' | 'return' | null>(null)
  const param = { recordId: record.id, week }
  const withdraw = useChange(() => ask(weekRoute.withdraw.$post({ param })), {
    renews: [['training']],
    done: onDone,
  })
  const close = () => setOpen(null)
  const about = {
    ...{ param, hash: part.hash, what: useWhose(record, week) },
    onClose: close,
    onDone: () => {
      close()
      onDone()
    },
  }
  const { role } = record
  if (role === 'apprentice')
    return signed.length > 0 ? null : (
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-56 text-ink-soft text-sm">{t('week.waits')}</p>
        <Button size="small" isPending={withdraw.isPending} onPress={() => withdraw.mutate()}>
          {t('week.withdraw')}
        </Button>
      </div>
    )
  if (signed.some((one) => one.role === role)) return null
  return (
    <div className="mt-5 flex flex-wrap gap-2">
      <Button tone="primary" onPress={() => setOpen('sign')}>
        {t('week.sign')}
      </Button>
      <Button onPress={() => setOpen('return')}>
        {t(signed.length > 0 ? 'week.askAddendum' : 'week.return')}
      </Button>
      {open === 'sign' && <SignDialog {...about} />}
      {open === 'return' && (
        <ReturnDialog
          {...about}
          title={t(signed.length > 0 ? 'week.askAddendum' : 'week.return')}
        />
      )}
    </div>
  )
}

/** Whose week it is, and which. */
function useWhose({ people }: RecordPage, week: string): string {
  const { t } = useTranslation('training')
  const name = people.find(({ role }) => role === 'apprentice')?.name ?? ''
  const [year, nth] = week.split('-W')
  return `${name}, ${t('week.title', { year, nth: Number(nth) })}`
}
