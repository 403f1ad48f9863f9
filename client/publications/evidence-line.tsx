import { Link } from '@tanstack/react-router'
import { Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePublications } from './publication-records'

/** Leads to what people have given out of their journals towards it, further below. */
export function EvidenceLine({ projectId, outcomeId }: { projectId: string; outcomeId: string }) {
  const { t } = useTranslation('publications')
  const { data } = usePublications(projectId)
  const given = data?.publications.filter((one) => one.outcomeId === outcomeId) ?? []
  const [first] = given
  if (!first) return null
  return (
    <p className="mt-1.5 text-sm">
      <Link
        to="."
        search
        hash={`publication-${first.id}`}
        className="inline-flex items-center gap-1 text-ink-soft hover:underline"
      >
        <Quote aria-hidden size={13} className="text-ink-faint" />
        {t('evidence', { count: given.length })}
      </Link>
    </p>
  )
}
