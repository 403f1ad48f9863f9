import type { PublicLinkRow } from '@atelier/shared/docs/doc-lists'
import { Check, Copy, Link2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'
import { useChange } from '../api/use-change'
import { useFormat } from '../i18n/use-format'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { DateField } from '../ui/date-field'
import { Option, Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import { toast } from '../ui/toast'

type Props = { docId: string; links: PublicLinkRow[] }

const spans = ['1', '7', '30', '90', 'day'] as const
type Span = (typeof spans)[number]
const dayMs = 24 * 60 * 60 * 1000

/** Links by which anybody reads the doc: each with an end, and shown once. */
export function PublicLinks({ docId, links }: Props) {
  const { t } = useTranslation('organise')
  const renews: LiveKey[] = [['doc-access', docId]]
  const [span, setSpan] = useState<Span>('7')
  const [day, setDay] = useState<string | null>(null)
  const create = useChange(
    (expiresAt: string) =>
      ask(api.docs[':id'].links.$post({ param: { id: docId }, json: { expiresAt } })),
    { renews },
  )
  const expiresAt = span === 'day' ? endOf(day) : new Date(Date.now() + Number(span) * dayMs)
  return (
    <section aria-labelledby="public-links">
      <h3 id="public-links" className="font-medium text-sm">
        {t('links.title')}
      </h3>
      <p className="mb-3 text-ink-soft text-sm">{t('links.words')}</p>
      <div className="flex flex-wrap items-end gap-2">
        <Select
          label={t('links.until')}
          value={span}
          onChange={setSpan}
          className="min-w-40 flex-1"
        >
          {spans.map((one) => (
            <Option key={one} id={one}>
              {one === 'day' ? t('links.day') : t('links.days', { count: Number(one) })}
            </Option>
          ))}
        </Select>
        {span === 'day' && <DateField label={t('links.day')} value={day} onChange={setDay} />}
        <Button
          className="h-10"
          icon={<Link2 size={16} />}
          isPending={create.isPending}
          isDisabled={!isWithinAYear(expiresAt)}
          onPress={() => expiresAt && create.mutate(expiresAt.toISOString())}
        >
          {t('links.create')}
        </Button>
      </div>
      {span === 'day' && day && !isWithinAYear(expiresAt) && (
        <p className="mt-2 text-danger text-sm">{t('links.wrongDay')}</p>
      )}
      {create.data && <NewLink key={create.data.id} token={create.data.token} />}
      {links.length > 0 && (
        <ul aria-label={t('links.title')} className="mt-3 divide-y divide-line">
          {links.map((link) => (
            <OpenLink key={link.id} docId={docId} link={link} />
          ))}
        </ul>
      )}
    </section>
  )
}

/** The chosen day is the last one. */
const endOf = (day: string | null): Date | null => (day ? new Date(`${day}T23:59:59`) : null)

const isWithinAYear = (end: Date | null): boolean =>
  end !== null && end.getTime() > Date.now() && end.getTime() < Date.now() + 366 * dayMs

function NewLink({ token }: { token: string }) {
  const { t } = useTranslation('organise')
  const [isCopied, setCopied] = useState(false)
  const link = new URL(`/public/${token}`, window.location.href).href
  const copy = async () => {
    if (await copyText(link)) setCopied(true)
    else toast({ text: t('links.copyFailed'), tone: 'danger' })
  }
  return (
    <div className="mt-3 rounded-lg bg-accent-soft p-3.5">
      <div className="flex items-end gap-2">
        <TextField
          label={t('links.new')}
          description={t('links.once')}
          value={link}
          isReadOnly
          onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
          className="flex-1"
        />
        <Button
          tone="primary"
          className="mb-6 h-10"
          icon={isCopied ? <Check size={16} /> : <Copy size={16} />}
          onPress={() => void copy()}
        >
          {t(isCopied ? 'links.copied' : 'links.copy')}
        </Button>
      </div>
    </div>
  )
}

function OpenLink({ docId, link }: { docId: string; link: PublicLinkRow }) {
  const { t } = useTranslation('organise')
  const { day } = useFormat()
  const revoke = useChange(
    () => ask(api.docs[':id'].links[':linkId'].$delete({ param: { id: docId, linkId: link.id } })),
    { renews: [['doc-access', docId]], done: () => toast({ text: t('links.revoked') }) },
  )
  const until = day(link.expiresAt)
  return (
    <li className="flex items-center gap-3 py-2.5">
      <Link2 size={16} aria-hidden className="shrink-0 text-ink-faint" />
      <p className="min-w-0 flex-1 text-sm">
        {t('links.open', { until })}
        <span className="block text-ink-faint text-xs">
          {t('links.by', { name: link.by, day: day(link.createdAt) })}
        </span>
      </p>
      <Button
        size="small"
        isPending={revoke.isPending}
        onPress={() => revoke.mutate()}
        aria-label={t('links.revokeOne', { until })}
      >
        {t('links.revoke')}
      </Button>
    </li>
  )
}
