import type { ProjectPage } from '@atelier/shared/projects/project'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCanInProject } from '../access/use-can'
import { NotFound } from '../shell/not-found'
import { Page, PageSkeleton } from '../shell/page'
import { useShellTitle } from '../shell/shell-header'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { useRefusalText } from '../ui/refusal-text'
import { Tab, TabList, TabPanel, Tabs } from '../ui/tabs'
import { ProjectHeader } from './project-header'
import { ProjectMembers } from './project-members'
import { useProjectPage } from './project-records'
import { ProjectSettings } from './project-settings'
import { ProjectWork } from './project-work'
import { useArchive } from './use-archive'

export function ProjectScreen() {
  const { projectId } = useParams({ from: '/inside/projects/$projectId' })
  const { data: project, error } = useProjectPage(projectId)
  const refusalText = useRefusalText()
  useShellTitle(project?.title)
  if (error?.code === 'not-found' || error?.code === 'invalid') return <NotFound />
  if (project) return <Project key={project.id} project={project} />
  if (!error) return <PageSkeleton />
  return (
    <Page>
      <Banner tone="danger">{refusalText(error)}</Banner>
    </Page>
  )
}

function Project({ project }: { project: ProjectPage }) {
  const { t } = useTranslation('projects')
  const { tab = 'work' } = useSearch({ from: '/inside/projects/$projectId' })
  const navigate = useNavigate({ from: '/projects/$projectId' })
  const mayChange = useCanInProject('change', project)
  return (
    <Page>
      {project.archived && <ArchivedBanner project={project} />}
      <ProjectHeader project={project} />
      <Tabs
        selectedKey={tab}
        onSelectionChange={(key) =>
          void navigate({ search: key === 'work' ? {} : { tab: key as 'members' | 'settings' } })
        }
        className="mt-8 outline-none"
      >
        <TabList aria-label={t('tabs.label')}>
          <Tab id="work">{t('tabs.work')}</Tab>
          <Tab id="members">
            {t('tabs.members')}
            <span className="text-ink-faint tabular-nums">{project.members.length}</span>
          </Tab>
          {mayChange && <Tab id="settings">{t('tabs.settings')}</Tab>}
        </TabList>
        <TabPanel id="work">
          <ProjectWork project={project} />
        </TabPanel>
        <TabPanel id="members">
          <ProjectMembers project={project} />
        </TabPanel>
        {mayChange && (
          <TabPanel id="settings">
            <ProjectSettings project={project} />
          </TabPanel>
        )}
      </Tabs>
    </Page>
  )
}

function ArchivedBanner({ project }: { project: ProjectPage }) {
  const { t } = useTranslation('projects')
  const mayRestore = useCanInProject('archive', project)
  const { restore } = useArchive(project.id)
  return (
    <div className="mb-6">
      <Banner
        action={
          mayRestore && (
            <Button size="small" isPending={restore.isPending} onPress={() => restore.mutate()}>
              {t('restore')}
            </Button>
          )
        }
      >
        {t('isArchived')}
      </Banner>
    </div>
  )
}
