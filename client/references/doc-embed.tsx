import { useQuery } from '@tanstack/react-query'
import { FileText, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { EmbedHead, EmbedNote } from './embed-frame'
import { EmbedSkeleton } from './embed-skeleton'
import { referenceQuery } from './found-reference'

/** Another doc: its title and how it begins. */
export function DocEmbed({ id }: { id: string }) {
  const { t } = useTranslation('references')
  const { data, isPending, isError } = useQuery(referenceQuery({ kind: 'doc', id }))
  if (isError) return <EmbedNote icon={Lock}>{t('embed.unreachable')}</EmbedNote>
  if (isPending) return <EmbedSkeleton />
  if (data?.kind !== 'doc') return <EmbedNote icon={Lock}>{t('embed.noAccess')}</EmbedNote>
  return (
    <section className="embed-doc" aria-label={data.title || t('untitled.doc')}>
      <EmbedHead
        icon={FileText}
        place={{ kind: 'doc', id }}
        title={data.title || t('untitled.doc')}
      />
      {data.excerpt && (
        <p className="embed-excerpt" dir="auto">
          {data.excerpt}
        </p>
      )}
    </section>
  )
}
