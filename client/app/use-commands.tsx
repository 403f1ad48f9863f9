import type { ProjectPage } from '@atelier/shared/projects/project'
import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
  FilePlus2,
  FileText,
  Folder,
  FolderPlus,
  GraduationCap,
  HeartHandshake,
  House,
  Inbox,
  Keyboard,
  Languages,
  LayoutTemplate,
  Library,
  LogOut,
  Moon,
  NotebookPen,
  Settings,
  SquareKanban,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCanInProject, useCanInWorkspace } from '../access/use-can'
import { settingsPages, useSettingsPages } from '../people/settings-pages'
import { useChangeLanguage } from '../people/use-change-language'
import { useSignOut } from '../people/use-sign-out'
import { askProjectPage, useProjects } from '../projects/project-records'
import { useCreateRoom } from '../projects/use-create-room'
import type { Command, CommandGroup } from '../shell/screen-commands'
import { setTheme, themes } from './theme'
import { useCurrentProject } from './use-current-project'

const openedProjects = 12

/** Everything the palette offers, nearest first. */
export function useCommands(onShortcuts: () => void): CommandGroup[] {
  const { t } = useTranslation('palette')
  const rooms = useRoomCommands()
  const projects = useProjectCommands()
  const create = useCreateCommands()
  const places = usePlaceCommands()
  const habits = useHabitCommands(onShortcuts)
  return [
    { title: t('groups.create'), commands: create },
    { title: t('groups.rooms'), commands: rooms },
    { title: t('groups.projects'), commands: projects },
    { title: t('groups.places'), commands: places },
    { title: t('groups.habits'), commands: habits },
  ].filter(({ commands }) => commands.length > 0)
}

function usePages(): ProjectPage[] {
  const { data } = useProjects()
  const shown = data?.filter(({ archived }) => !archived).slice(0, openedProjects) ?? []
  const pages = useQueries({
    queries: shown.map(({ id }) => ({
      queryKey: ['project', id],
      queryFn: () => askProjectPage(id),
    })),
  })
  return pages.flatMap((page) => (page.data ? [page.data] : []))
}

function useRoomCommands(): Command[] {
  const { t } = useTranslation('projects')
  const navigate = useNavigate()
  const here = useCurrentProject()
  const pages = usePages().sort((a, b) => Number(b.id === here) - Number(a.id === here))
  return pages.flatMap((page) => [
    ...page.docs.map(({ id, title }) => ({
      id,
      label: title || t('untitled.doc'),
      hint: page.title,
      icon: <FileText size={16} />,
      run: () => void navigate({ to: '/docs/$docId', params: { docId: id } }),
    })),
    ...page.boards.map(({ id, title }) => ({
      id,
      label: title || t('untitled.board'),
      hint: page.title,
      icon: <SquareKanban size={16} />,
      run: () => void navigate({ to: '/boards/$boardId', params: { boardId: id } }),
    })),
  ])
}

function useProjectCommands(): Command[] {
  const navigate = useNavigate()
  const { data = [] } = useProjects()
  return data.map(({ id, title }) => ({
    id,
    label: title,
    icon: <Folder size={16} />,
    run: () => void navigate({ to: '/projects/$projectId', params: { projectId: id } }),
  }))
}

function useCreateCommands(): Command[] {
  const { t } = useTranslation('palette')
  const navigate = useNavigate()
  const here = useCurrentProject()
  const { data = [] } = useProjects()
  const project = data.find(({ id }) => id === here)
  const mayEdit = useCanInProject('edit', project)
  const mayStart = useCanInWorkspace('create-project')
  const create = useCreateRoom(project?.id ?? '')
  const rooms = (['doc', 'board'] as const).map((kind) => ({
    id: `new-${kind}`,
    label: t(`new.${kind}`),
    hint: project?.title,
    icon: <FilePlus2 size={16} />,
    run: () => create.mutate(kind),
  }))
  const fromTemplate = {
    id: 'new-from-template',
    label: t('new.fromTemplate'),
    hint: project?.title,
    icon: <LayoutTemplate size={16} />,
    run: () =>
      void navigate({
        to: '/projects/$projectId',
        params: { projectId: project?.id ?? '' },
        search: { templates: true },
      }),
  }
  const start = {
    id: 'new-project',
    label: t('new.project'),
    icon: <FolderPlus size={16} />,
    run: () => void navigate({ to: '/', search: { new: true } }),
  }
  return [...(mayEdit ? [...rooms, fromTemplate] : []), ...(mayStart ? [start] : [])]
}

function usePlaceCommands(): Command[] {
  const { t } = useTranslation('palette')
  const { t: shell } = useTranslation('shell')
  const navigate = useNavigate()
  const pages = useSettingsPages()
  const mayRead = useCanInWorkspace('read-library')
  return [
    {
      id: 'home',
      label: t('home'),
      icon: <House size={16} />,
      run: () => void navigate({ to: '/' }),
    },
    {
      id: 'inbox',
      label: shell('inbox'),
      icon: <Inbox size={16} />,
      run: () => void navigate({ to: '/inbox' }),
    },
    {
      id: 'mentorships',
      label: shell('mentorships'),
      icon: <HeartHandshake size={16} />,
      run: () => void navigate({ to: '/mentorships' }),
    },
    {
      id: 'journal',
      label: shell('journal'),
      icon: <NotebookPen size={16} />,
      run: () => void navigate({ to: '/journal' }),
    },
    {
      id: 'training',
      label: t('training'),
      icon: <GraduationCap size={16} />,
      run: () => void navigate({ to: '/training' }),
    },
    ...(mayRead
      ? [
          {
            id: 'library',
            label: shell('library'),
            icon: <Library size={16} />,
            run: () => void navigate({ to: '/library' }),
          },
        ]
      : []),
    ...pages.map((page) => ({
      id: page,
      label: shell(`settingsPages.${page}`),
      hint: shell('settings'),
      icon: <Settings size={16} />,
      run: () => void navigate({ to: settingsPages[page].to }),
    })),
  ]
}

function useHabitCommands(onShortcuts: () => void): Command[] {
  const { t } = useTranslation('palette')
  const { t: shell, i18n } = useTranslation('shell')
  const changeLanguage = useChangeLanguage()
  const signOut = useSignOut()
  const other = i18n.language.startsWith('de') ? 'en' : 'de'
  return [
    ...themes.map((theme) => ({
      id: `theme-${theme}`,
      label: shell(`themes.${theme}`),
      hint: shell('theme'),
      icon: <Moon size={16} />,
      run: () => setTheme(theme),
    })),
    {
      id: 'language',
      label: t(`language.${other}`),
      icon: <Languages size={16} />,
      run: () => changeLanguage.mutate(other),
    },
    {
      id: 'shortcuts',
      label: t('shortcuts'),
      icon: <Keyboard size={16} />,
      shortcut: ['?'],
      run: onShortcuts,
    },
    {
      id: 'sign-out',
      label: shell('signOut'),
      icon: <LogOut size={16} />,
      run: () => void signOut('here'),
    },
  ]
}
