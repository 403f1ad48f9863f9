import { useTranslation } from 'react-i18next'
import { useOutcomes } from '../outcomes/outcome-records'
import { Button } from '../ui/button'
import { toast } from '../ui/toast'
import { PublicationCard } from './publication-card'
import { usePublications, useWithdraw } from './publication-records'

/** What people have given out of their journals into a project; nothing where nobody has. */
export function PublicationsSection({ projectId }: { projectId: string }) {
  const { t } = useTranslation('publications')
  const { data } = usePublications(projectId)
  const { data: known } = useOutcomes(projectId)
  const withdraw = useWithdraw(projectId, () => toast({ text: t('withdrawn') }))
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
              action={
                one.isOwn && (
                  <Button size="small" tone="quiet" onPress={() => withdraw.mutate(one.id)}>
                    {t('withdraw')}
                  </Button>
                )
              }
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
