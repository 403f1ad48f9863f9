import type { BoardCard, ProjectCard } from '@atelier/shared/projects/project'
import { Link, useRouterState } from '@tanstack/react-router'
import { SquareKanban } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { quietPart } from '../offline/quiet-part'
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

const TreeSkeleton = () => (
  <Loading className="space-y-4 px-2.5 py-2">
    <Skeleton className="h-4 w-36" />
    <Skeleton className="h-4 w-28" />
  </Loading>
)

const DocTree = quietPart(
  async () => (await import('../projects/doc-tree')).DocTree,
  <TreeSkeleton />,
)

function Rooms({ projectId }: { projectId: string }) {
  const { data } = useProjectPage(projectId)
  const path = useRouterState({ select: (state) => state.location.pathname })
  if (!data) return null
  return (
    <div className="group/rooms ms-3 mb-1 border-line border-s ps-1">
      {data.docs.length > 0 && (
        <DocTree project={data} current={/^\/docs\/([^/]+)/.exec(path)?.[1]} look="side" />
      )}
      <ul>
        {data.boards.map((board) => (
          <BoardLink key={board.id} board={board} path={path} />
        ))}
      </ul>
    </div>
  )
}

function BoardLink({ board, path }: { board: BoardCard; path: string }) {
  const { t } = useTranslation('projects')
  const { id, title, here } = board
  const to = `/boards/${id}`
  return (
    <li>
      <Link to={to} className={sideLinkClass} aria-current={path === to ? 'page' : undefined}>
        <SquareKanban
          size={15}
          aria-hidden
          // In line with the docs, which make room for what unfolds them.
          className="shrink-0 text-ink-faint group-has-[button.doc-tree-chevron]/rooms:ms-4.5"
        />
        <span className="-ms-1 min-w-0 flex-1 truncate">{title || t('untitled.board')}</span>
        {here.length > 0 && <LiveDot />}
      </Link>
    </li>
  )
}
