import type { ProjectCard as Project } from '@atelier/shared/projects/project'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useCanInWorkspace } from '../access/use-can'
import { Page } from '../shell/page'
import { useShellTitle } from '../shell/shell-header'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { classNames } from '../ui/class-names'
import { EmptyState } from '../ui/empty-state'
import { useRefusalText } from '../ui/refusal-text'
import { Loading, Skeleton } from '../ui/skeleton'
import { MyCardsSkeleton } from './my-cards-skeleton'
import { partOfDay } from './part-of-day'
import { ProjectCard } from './project-card'
import { useProjects } from './project-records'

const NewProjectDialog = lazy(async () => ({
  default: (await import('./new-project-dialog')).NewProjectDialog,
}))

const MyCards = lazy(async () => ({ default: (await import('./my-cards')).MyCards }))

/** What is mine to do, my projects, and who is in them right now. */
export function HomeScreen() {
  const { t } = useTranslation('projects')
  const me = useMe()
  const { archived = false, new: isAdding = false } = useSearch({ from: '/inside/' })
  const navigate = useNavigate({ from: '/' })
  const { data, error } = useProjects()
  const mayCreate = useCanInWorkspace('create-project')
  const refusalText = useRefusalText()
  useShellTitle(t('home'))
  const create = mayCreate ? () => void navigate({ search: { new: true } }) : null
  return (
    <Page>
      <header className="mb-8 flex flex-wrap items-end gap-x-4 gap-y-5">
        <div className="min-w-0 flex-1 basis-64">
          <h1 className="font-semibold text-2xl">
            {t(`greeting.${partOfDay(new Date().getHours())}`, { name: me.name.split(' ')[0] })}
          </h1>
          {data && (
            <p className="mt-1 text-ink-soft">{t('sum', { count: running(data).length })}</p>
          )}
        </div>
        {create && data && data.length > 0 && (
          <Button tone="primary" icon={<Plus size={16} />} onPress={create}>
            {t('new')}
          </Button>
        )}
      </header>
      {error && !data && <Banner tone="danger">{refusalText(error)}</Banner>}
      {!data && !error && <CardSkeletons />}
      {data && running(data).length > 0 && !archived && (
        <Suspense fallback={<MyCardsSkeleton />}>
          <MyCards />
        </Suspense>
      )}
      {data && <Projects projects={data} archived={archived} onCreate={create} />}
      <Suspense fallback={null}>
        {isAdding && mayCreate && (
          <NewProjectDialog onClose={() => void navigate({ search: {}, replace: true })} />
        )}
      </Suspense>
    </Page>
  )
}

const running = (projects: Project[]) => projects.filter((project) => !project.archived)

function Projects(props: {
  projects: Project[]
  archived: boolean
  onCreate: (() => void) | null
}) {
  const { t } = useTranslation('projects')
  const shown = props.projects.filter((project) => project.archived === props.archived)
  const archivedCount = props.projects.length - running(props.projects).length
  return (
    <>
      {archivedCount > 0 && (
        <nav aria-label={t('filter')} className="mb-5 flex gap-1">
          <FilterLink
            archived={false}
            label={t('running')}
            count={running(props.projects).length}
          />
          <FilterLink archived label={t('archived')} count={archivedCount} />
        </nav>
      )}
      {shown.length > 0 ? (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(19rem,100%),1fr))] gap-4">
          {shown.map((project) => (
            <ProjectCard key={project.id} project={project} />
          ))}
        </ul>
      ) : (
        <NoProjects archived={props.archived} onCreate={props.onCreate} />
      )}
    </>
  )
}

function NoProjects({ archived, onCreate }: { archived: boolean; onCreate: (() => void) | null }) {
  const { t } = useTranslation('projects')
  if (archived) return <EmptyState scene="done" title={t('empty.archived')} />
  return (
    <EmptyState
      scene="project"
      title={t(onCreate ? 'empty.title' : 'empty.guestTitle')}
      action={
        onCreate && (
          <Button tone="primary" size="large" icon={<Plus size={18} />} onPress={onCreate}>
            {t('empty.action')}
          </Button>
        )
      }
    >
      {t(onCreate ? 'empty.words' : 'empty.guestWords')}
    </EmptyState>
  )
}

function FilterLink({
  archived,
  label,
  count,
}: {
  archived: boolean
  label: string
  count: number
}) {
  return (
    <Link
      to="/"
      search={archived ? { archived: true } : {}}
      activeOptions={{ exact: true, includeSearch: true }}
      className={classNames(
        'flex h-8 items-center gap-2 rounded-full px-3 text-ink-soft text-sm hover:bg-hover pointer-coarse:h-11',
        'aria-[current=page]:bg-hover aria-[current=page]:font-medium aria-[current=page]:text-ink',
      )}
    >
      {label}
      <span className="text-ink-faint tabular-nums">{count}</span>
    </Link>
  )
}

const CardSkeletons = () => (
  <Loading className="grid grid-cols-[repeat(auto-fill,minmax(min(19rem,100%),1fr))] gap-4">
    {['a', 'b', 'c'].map((one) => (
      <div key={one} className="space-y-4 rounded-lg border border-line p-5">
        <div className="flex gap-3.5">
          <Skeleton className="size-10 rounded-lg" />
          <Skeleton className="h-5 w-40" />
        </div>
        <Skeleton className="h-4 w-full" />
        <Skeleton className="h-4 w-3/4" />
        <Skeleton className="h-6 w-24 rounded-full" />
      </div>
    ))}
  </Loading>
)
