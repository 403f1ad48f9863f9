import type { ProjectCard as Project } from '@atelier/shared/projects/project'
import { Link } from '@tanstack/react-router'
import { FileText, SquareKanban } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { AvatarStack } from '../ui/avatar'
import { Badge, LiveDot } from '../ui/badge'
import { cardClass } from '../ui/card'
import { classNames } from '../ui/class-names'
import { ProjectMark } from './project-mark'

const shownDepartments = 3

/** A project at a glance. The title's link covers the whole card; the faces stay reachable above it. */
export function ProjectCard({ project }: { project: Project }) {
  const { t } = useTranslation('projects')
  const { ago } = useFormat()
  return (
    <li
      className={classNames(
        cardClass,
        'relative flex flex-col p-5 shadow-card transition-colors duration-100 hover:border-line-strong/50 has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-focus has-[a:focus-visible]:outline-offset-2',
      )}
    >
      <div className="flex items-start gap-3.5">
        <ProjectMark id={project.id} />
        <div className="min-w-0 flex-1">
          <h2 className="line-clamp-2 font-semibold text-lg leading-6">
            <Link
              to="/projects/$projectId"
              params={{ projectId: project.id }}
              className="outline-none after:absolute after:inset-0 after:rounded-lg"
            >
              {project.title}
            </Link>
          </h2>
          <p className="mt-0.5 text-ink-faint text-sm">
            {t('changed', { when: ago(project.changedAt) })}
          </p>
        </div>
        {project.here.length > 0 && <HereNow people={project.here} />}
      </div>
      {project.challenge && (
        <p className="mt-3.5 line-clamp-3 text-ink-soft text-pretty">{project.challenge}</p>
      )}
      <Departments departments={project.departments} />
      <div className="mt-auto flex items-center gap-4 pt-5">
        <div className="relative">
          <AvatarStack people={project.members} max={5} label={t('members')} />
        </div>
        <span className="ms-auto flex items-center gap-3.5 text-ink-faint text-sm tabular-nums">
          <Count
            Icon={FileText}
            count={project.counts.docs}
            label={t('docs', { count: project.counts.docs })}
          />
          <Count
            Icon={SquareKanban}
            count={project.counts.boards}
            label={t('boards', { count: project.counts.boards })}
          />
        </span>
      </div>
    </li>
  )
}

function HereNow({ people }: { people: Project['here'] }) {
  const { t } = useTranslation('projects')
  return (
    <span className="relative flex items-center gap-2 rounded-full bg-accent-soft py-1 ps-2.5 pe-1 [--ground:var(--color-accent-soft)]">
      <LiveDot />
      <AvatarStack people={people} max={3} size="tiny" label={t('hereNow')} />
    </span>
  )
}

/** `max`: how many are named before "+2". */
export function Departments(props: { departments: Project['departments']; max?: number }) {
  const { t } = useTranslation('projects')
  const { departments, max = shownDepartments } = props
  if (departments.length === 0) return null
  const rest = departments.length - max
  return (
    <ul aria-label={t('departments')} className="mt-3.5 flex flex-wrap gap-1.5">
      {departments.slice(0, max).map(({ id, name }) => (
        <li key={id} className="max-w-full">
          <Badge tone="outline">{name}</Badge>
        </li>
      ))}
      {rest > 0 && (
        <li>
          <Badge tone="outline">{t('more', { count: rest })}</Badge>
        </li>
      )}
    </ul>
  )
}

function Count(props: { Icon: typeof FileText; count: number; label: string }) {
  return (
    <span className="flex items-center gap-1.5" title={props.label}>
      <props.Icon size={15} aria-hidden />
      <span aria-hidden>{props.count}</span>
      <span className="sr-only">{props.label}</span>
    </span>
  )
}
