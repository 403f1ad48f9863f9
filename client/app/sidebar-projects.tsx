import type { DocCard, ProjectCard } from '@atelier/shared/projects/project'
import type { PageKind } from '@atelier/shared/sync/room-name'
import { Link, useRouterState } from '@tanstack/react-router'
import { FileText, SquareKanban } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useProjectPage, useProjects } from '../projects/project-records'
import { LiveDot } from '../ui/badge'
import { classNames } from '../ui/class-names'
import { Loading, Skeleton } from '../ui/skeleton'
import { VisuallyHidden } from '../ui/visually-hidden'
import { sideLinkClass } from './side-link'
import { useCurrentProject } from './use-current-project'

export function SidebarProjects() {
  const { t } = useTranslation('shell')
  const { data } = useProjects()
  const current = useCurrentProject()
  const projects = data?.filter((project) => !project.archived || project.id === current)
  if (projects?.length === 0) return null
  return (
    <section className="mt-5">
      <h2 className="px-2.5 pb-1 font-medium text-ink-faint text-xs tracking-normal">
        {t('projects')}
      </h2>
      {projects ? (
        <ul>
          {projects.map((project) => (
            <li key={project.id}>
              <ProjectLink project={project} />
              {project.id === current && <Rooms projectId={project.id} />}
            </li>
          ))}
        </ul>
      ) : (
        <Loading className="space-y-3 px-2.5 pt-2">
          <Skeleton className="h-4 w-40" />
          <Skeleton className="h-4 w-32" />
        </Loading>
      )}
    </section>
  )
}

function ProjectLink({ project }: { project: ProjectCard }) {
  const { t } = useTranslation('shell')
  return (
    <Link
      to="/projects/$projectId"
      params={{ projectId: project.id }}
      activeOptions={{ includeSearch: false }}
      className={sideLinkClass}
    >
      <span className={classNames('min-w-0 flex-1 truncate', project.archived && 'italic')}>
        {project.title}
      </span>
      {project.here.length > 0 && (
        <>
          <LiveDot />
          <VisuallyHidden>{t('here', { count: project.here.length })}</VisuallyHidden>
        </>
      )}
    </Link>
  )
}

function Rooms({ projectId }: { projectId: string }) {
  const { data } = useProjectPage(projectId)
  if (!data) return null
  const rows = [
    ...data.docs.map((room) => ({ ...room, kind: 'doc' as const })),
    ...data.boards.map((room) => ({ ...room, kind: 'board' as const })),
  ]
  return (
    <ul className="ms-3.5 mb-1 border-line border-s ps-1.5">
      {rows.map((room) => (
        <RoomLink key={room.id} room={room} />
      ))}
    </ul>
  )
}

const icons = { doc: FileText, board: SquareKanban }
type RoomCard = Pick<DocCard, 'id' | 'title' | 'here'> & { kind: PageKind }

function RoomLink({ room: { kind, id, title, here } }: { room: RoomCard }) {
  const { t } = useTranslation('projects')
  const path = useRouterState({ select: (state) => state.location.pathname })
  const to = `/${kind}s/${id}`
  const Icon = icons[kind]
  return (
    <li>
      <Link to={to} className={sideLinkClass} aria-current={path === to ? 'page' : undefined}>
        <Icon size={15} aria-hidden className="shrink-0 text-ink-faint" />
        <span className="min-w-0 flex-1 truncate">{title || t(`untitled.${kind}`)}</span>
        {here.length > 0 && <LiveDot />}
      </Link>
    </li>
  )
}
