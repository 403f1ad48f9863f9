import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutcomes } from '../outcomes/outcome-records'
import { PublicationItem } from './publication-item'
import { usePublications } from './publication-records'

/** What people have given out of their journals into a project; nothing where nobody has. */
export function PublicationsSection({ projectId }: { projectId: string }) {
  const { t } = useTranslation('publications')
  const { data } = usePublications(projectId)
  const { data: known } = useOutcomes(projectId)
  const heading = useRef<HTMLHeadingElement>(null)
  if (!data || data.publications.length === 0) return null
  return (
    <section aria-label={t('title')} className="mt-10">
      <h2 ref={heading} tabIndex={-1} className="mb-3 rounded-sm font-semibold text-lg">
        {t('title')}
      </h2>
      <ul className="grid gap-3">
        {data.publications.map((one) => (
          <PublicationItem
            key={one.id}
            projectId={projectId}
            publication={one}
            outcome={known?.outcomes.find(({ id }) => id === one.outcomeId)}
            onWithdrawn={() => heading.current?.focus()}
          />
        ))}
      </ul>
    </section>
  )
}
