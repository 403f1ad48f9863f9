import type { ProjectRights } from '@atelier/shared/projects/project'
import type { WorkshopCard } from '@atelier/shared/workshops/workshop'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanInProject } from '../../access/use-can'
import { lateWindow } from '../../offline/late-part'
import { Button } from '../../ui/button'
import { SkeletonLines } from '../../ui/skeleton'
import { useWorkshops } from './kit-records'
import { WorkshopTile } from './workshop-tile'

const NewWorkshop = lateWindow(
  async () => (await import('./new-workshop-dialog')).NewWorkshopDialog,
)

type Props = {
  project: ProjectRights & { id: string }
  /** Puts one into the project's bin. */
  onTrash(workshop: Pick<WorkshopCard, 'id' | 'title'>): void
}

/** The workshops of a project, and how one is begun. */
export function WorkshopsSection({ project, onTrash }: Props) {
  const { t } = useTranslation('workshop-kits')
  const { data, error } = useWorkshops(project.id)
  const mayEdit = useCanInProject('edit', project)
  const [isBeginning, setBeginning] = useState(false)
  return (
    <section aria-label={t('title')}>
      <div className="mb-3 flex min-h-8 items-center justify-between">
        <h2 className="font-semibold text-lg">{t('title')}</h2>
        {mayEdit && (
          <Button size="small" icon={<Plus size={15} />} onPress={() => setBeginning(true)}>
            {t('new.action')}
          </Button>
        )}
      </div>
      {!data &&
        (error ? <p className="text-ink-faint">{t('failed')}</p> : <SkeletonLines lines={2} />)}
      {data?.length === 0 && (
        <p className="max-w-prose text-ink-faint text-pretty">
          {t(mayEdit ? 'empty' : 'emptyReading')}
        </p>
      )}
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-1">
        {data?.map((workshop) => (
          <WorkshopTile key={workshop.id} workshop={workshop} onTrash={mayEdit ? onTrash : null} />
        ))}
      </ul>
      {isBeginning && <NewWorkshop projectId={project.id} onClose={() => setBeginning(false)} />}
    </section>
  )
}
