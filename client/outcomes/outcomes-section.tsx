import { mostOutcomes, type Outcome } from '@atelier/shared/outcomes/outcome'
import type { ProjectRights } from '@atelier/shared/projects/project'
import { Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanInProject } from '../access/use-can'
import { LiveRegion, useAnnouncer } from '../ui/announcer'
import { Button } from '../ui/button'
import { SkeletonLines } from '../ui/skeleton'
import { useRowDrag } from '../ui/use-row-drag'
import { ArchivedOutcomes } from './archived-outcomes'
import { OutcomeDialog } from './outcome-dialog'
import { useOutcomes } from './outcome-records'
import { OutcomeRow } from './outcome-row'
import { useMoveOutcome } from './use-move-outcome'

type Props = {
  project: ProjectRights & { id: string }
  /** What stands below an outcome of this id, from elsewhere. */
  evidenceFor(outcomeId: string): ReactNode
}

/** What a project wants people to be able to do, and how far its cards have come with that. */
export function OutcomesSection({ project, evidenceFor }: Props) {
  const { t } = useTranslation('outcomes')
  const { data, error } = useOutcomes(project.id)
  const mayDefine = useCanInProject('define', project)
  const [edited, setEdited] = useState<Outcome | 'new' | null>(null)
  const { announce, said } = useAnnouncer()
  const shown = data?.outcomes.filter(({ archived }) => !archived) ?? []
  const moveTo = useMoveOutcome(project.id, shown, announce)
  const drag = useRowDrag(shown, 'data-outcome', moveTo)
  const isFull = (data?.outcomes.length ?? 0) >= mostOutcomes
  return (
    <section aria-label={t('title')}>
      <div className="mb-3 flex min-h-8 items-center justify-between">
        <h2 className="font-semibold text-lg">{t('title')}</h2>
        {mayDefine && data && !isFull && (
          <Button size="small" icon={<Plus size={15} />} onPress={() => setEdited('new')}>
            {t('add')}
          </Button>
        )}
      </div>
      {!data &&
        (error ? <p className="text-ink-faint">{t('failed')}</p> : <SkeletonLines lines={2} />)}
      {data && shown.length === 0 && (
        <p className="max-w-prose text-ink-faint text-pretty">
          {t(mayDefine ? 'empty' : 'emptyReading')}
        </p>
      )}
      {shown.length > 0 && (
        <ul className="divide-y divide-line border-line border-y">
          {shown.map((outcome, place) => (
            <OutcomeRow
              key={outcome.id}
              projectId={project.id}
              outcome={outcome}
              place={place}
              count={shown.length}
              work={data?.work[outcome.id] ?? []}
              evidence={evidenceFor(outcome.id)}
              acts={
                mayDefine
                  ? { edit: () => setEdited(outcome), moveTo: (to) => moveTo(outcome.id, to), drag }
                  : null
              }
            />
          ))}
        </ul>
      )}
      {isFull && mayDefine && (
        <p className="mt-2 text-ink-faint text-sm">{t('full', { count: mostOutcomes })}</p>
      )}
      {data && (
        <ArchivedOutcomes projectId={project.id} all={data.outcomes} mayRestore={mayDefine} />
      )}
      {edited && (
        <OutcomeDialog
          projectId={project.id}
          outcome={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
      <LiveRegion said={said} />
    </section>
  )
}
