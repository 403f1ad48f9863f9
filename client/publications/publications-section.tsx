import type { Publications } from '@atelier/shared/publications/publication'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useOutcomes } from '../outcomes/outcome-records'
import { useFocusHandedOn } from '../ui/use-focus-handed-on'
import { PublicationItem } from './publication-item'
import { usePublications } from './publication-records'

/** What people have given out of their journals into a project; nothing where nobody has. */
export function PublicationsSection({ projectId }: { projectId: string }) {
  const { data } = usePublications(projectId)
  if (!data || data.publications.length === 0) return null
  return <Given projectId={projectId} publications={data.publications} />
}

function Given({ projectId, publications }: Publications & { projectId: string }) {
  const { t } = useTranslation('publications')
  const { data: known } = useOutcomes(projectId)
  const here = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  // With the last that is withdrawn all of it goes.
  useFocusHandedOn(here)
  return (
    <section ref={here} aria-label={t('title')} className="mt-10">
      <h2 ref={heading} tabIndex={-1} className="mb-3 rounded-sm font-semibold text-lg">
        {t('title')}
      </h2>
      <ul className="grid gap-3">
        {publications.map((one) => (
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
