import type { Outcome } from '@atelier/shared/outcomes/outcome'
import type { Publication } from '@atelier/shared/publications/publication'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Badge } from '../ui/badge'

type Props = {
  publication: Pick<Publication, 'parts' | 'name' | 'on'>
  outcome: Pick<Outcome, 'name'> | undefined
  action?: ReactNode
}

/** Words out of a journal, as whoever reads the project sees them. */
export function PublicationCard({ publication: { parts, name, on }, outcome, action }: Props) {
  const { t } = useTranslation('publications')
  const { day } = useFormat()
  return (
    <article className="rounded-lg border border-line p-4">
      {parts.map(({ words }, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change
        <blockquote key={nth} className="whitespace-pre-line text-pretty wrap-anywhere" dir="auto">
          {words}
        </blockquote>
      ))}
      <div className="mt-3 flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1 text-ink-soft text-sm">
        <span dir="auto">{name ?? t('nobody')}</span>
        <span aria-hidden>·</span>
        <time dateTime={on}>{day(on)}</time>
        {outcome && <Badge tone="accent">{t('evidenceFor', { outcome: outcome.name })}</Badge>}
        <span className="flex-1" />
        {action}
      </div>
    </article>
  )
}
