import { useTranslation } from 'react-i18next'
import { useOutcomes } from '../outcomes/outcome-records'
import { PublicationCard } from './publication-card'
import { usePublications } from './publication-records'
import { WithdrawButton } from './withdraw-button'

/** What people have given out of their journals into a project; nothing where nobody has. */
export function PublicationsSection({ projectId }: { projectId: string }) {
  const { t } = useTranslation('publications')
  const { data } = usePublications(projectId)
  const { data: known } = useOutcomes(projectId)
  if (!data || data.publications.length === 0) return null
  return (
    <section aria-label={t('title')} className="mt-10">
      <h2 className="mb-3 font-semibold text-lg">{t('title')}</h2>
      <ul className="grid gap-3">
        {data.publications.map((one) => (
          <li key={one.id} id={`publication-${one.id}`} className="scroll-mt-16">
            <PublicationCard
              publication={one}
              outcome={known?.outcomes.find(({ id }) => id === one.outcomeId)}
              action={one.isOwn && <WithdrawButton publicationId={one.id} projectId={projectId} />}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
