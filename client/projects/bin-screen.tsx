import { type BinnedRoom, binDays } from '@atelier/shared/projects/bin'
import type { ProjectPage } from '@atelier/shared/projects/project'
import { useParams } from '@tanstack/react-router'
import { FileText, SquareKanban, StickyNote } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanInProject } from '../access/use-can'
import { useFormat } from '../i18n/use-format'
import { NotFound } from '../shell/not-found'
import { Page, PageSkeleton } from '../shell/page'
import { useShellCrumbs } from '../shell/shell-header'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { useRefusalText } from '../ui/refusal-text'
import { EraseDialog } from './erase-dialog'
import { useBin } from './my-docs'
import { useProjectPage } from './project-records'
import { useBinChanges } from './use-bin-changes'

/** What was put into a project's bin, and the way back. */
export function BinScreen() {
  const { projectId } = useParams({ from: '/inside/projects/$projectId/bin' })
  const { t } = useTranslation('organise')
  const { data: project, error } = useProjectPage(projectId)
  const { data: binned, error: notRead } = useBin(projectId)
  const refusalText = useRefusalText()
  useShellCrumbs(project ? [{ label: project.title, projectId }] : [], t('bin.title'))
  if (error?.code === 'not-found' || error?.code === 'invalid') return <NotFound />
  const wrong = !project ? error : !binned ? notRead : null
  if (wrong) {
    return (
      <Page width="reading">
        <Banner tone="danger">{refusalText(wrong)}</Banner>
      </Page>
    )
  }
  if (!project || !binned) return <PageSkeleton />
  return (
    <Page width="reading">
      <h1 className="font-semibold text-2xl">{t('bin.title')}</h1>
      <p className="mt-1 mb-6 text-ink-soft">{t('bin.words', { count: binDays })}</p>
      {binned.length === 0 ? (
        <EmptyState scene="done" title={t('bin.empty')} />
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {binned.map((room) => (
            <Binned key={room.id} room={room} project={project} />
          ))}
        </ul>
      )}
    </Page>
  )
}

const icons = { doc: FileText, board: SquareKanban, workshop: StickyNote }

function Binned({ room, project }: { room: BinnedRoom; project: ProjectPage }) {
  const { t } = useTranslation('organise')
  const { t: projects } = useTranslation('projects')
  const { ago, day } = useFormat()
  const { restore } = useBinChanges(room.kind, project.id)
  const mayErase = useCanInProject('change', project)
  const [isErasing, setErasing] = useState(false)
  const title = room.title || projects(`untitled.${room.kind}`)
  const Icon = icons[room.kind]
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
      <Icon size={18} aria-hidden className="shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="truncate font-medium">{title}</p>
        <p className="text-ink-faint text-sm">
          {t('bin.by', { name: room.trashedBy, when: ago(room.trashedAt) })}
          {room.under > 0 && ` · ${t('bin.under', { count: room.under })}`}
          {` · ${t('bin.until', { day: day(room.endsAt) })}`}
        </p>
      </div>
      <Button
        size="small"
        isPending={restore.isPending}
        onPress={() => restore.mutate(room)}
        aria-label={t('bin.restoreOne', { title })}
      >
        {t('bin.restore')}
      </Button>
      {mayErase && (
        <Button
          size="small"
          tone="quiet"
          onPress={() => setErasing(true)}
          aria-label={t('bin.eraseOne', { title })}
        >
          {t('bin.erase')}
        </Button>
      )}
      {isErasing && (
        <EraseDialog room={room} projectId={project.id} onClose={() => setErasing(false)} />
      )}
    </li>
  )
}
