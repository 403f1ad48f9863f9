/** Every address of the app. Screens beyond the first come as chunks of their own. */
import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { boardSearch } from '../boards/board-search'
import { docWords } from '../docs/doc-words'
import { i18n } from '../i18n/i18n'
import { entrySearch, journalSearch } from '../journals/journal-search'
import { safeBack } from '../people/safe-back'
import { HomeScreen } from '../projects/home-screen'
import { LostOutside } from '../shell/not-found'
import { PageSkeleton } from '../shell/page'
import { roomWords } from '../sync/room-words'
import { FaultScreen } from './fault-screen'
import { requireFirstRun, requireSignedIn, requireSignedOut } from './guards'
import { BoardRoute, DocRoute } from './room-routes'
import { Shell } from './shell'

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: LostOutside,
})

const at = <P extends string>(path: P) => ({ getParentRoute: () => root, path })

const signIn = createRoute({
  ...at('/sign-in'),
  validateSearch: (search: Record<string, unknown>): { back?: string } => {
    const back = safeBack(search.back)
    return back === '/' ? {} : { back }
  },
  beforeLoad: requireSignedOut,
  component: lazyRouteComponent(() => import('../people/sign-in-screen'), 'SignInScreen'),
})
const setUp = createRoute({
  ...at('/set-up'),
  validateSearch: (search: Record<string, unknown>): { code?: string } =>
    typeof search.code === 'string' ? { code: search.code } : {},
  beforeLoad: requireFirstRun,
  component: lazyRouteComponent(() => import('../people/set-up-screen'), 'SetUpScreen'),
})
const join = createRoute({
  ...at('/join/$token'),
  component: lazyRouteComponent(() => import('../people/join-screen'), 'JoinScreen'),
})
/** For anybody: asks for nothing but the one doc. */
const publicDoc = createRoute({
  ...at('/public/$token'),
  component: lazyRouteComponent(() => import('../docs/public-screen'), 'PublicScreen'),
})
/** For anybody with the code of a workshop: its door, and for guests all of it. */
const guest = createRoute({
  ...at('/w/$code'),
  component: lazyRouteComponent(async () => {
    const [{ GuestRoute }] = await Promise.all([
      import('./guest-route'),
      i18n.loadNamespaces(['workshops', 'door', 'sync']),
    ])
    return { GuestRoute }
  }, 'GuestRoute'),
})
const code = createRoute({
  ...at('/w'),
  component: lazyRouteComponent(async () => {
    const [{ CodeRoute }] = await Promise.all([
      import('./guest-route'),
      i18n.loadNamespaces(['workshops', 'door']),
    ])
    return { CodeRoute }
  }, 'CodeRoute'),
})
/** The builders' page of samples: no part of what is shipped. */
const forBuilders = import.meta.env.DEV
  ? [
      createRoute({
        ...at('/dev/ui'),
        component: lazyRouteComponent(() => import('./dev-ui-screen'), 'DevUiScreen'),
      }),
    ]
  : []

const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: requireSignedIn,
  component: Shell,
})
const within = <P extends string>(path: P) => ({ getParentRoute: () => inside, path })

const home = createRoute({
  ...within('/'),
  validateSearch: (search: Record<string, unknown>): { archived?: true; new?: true } => ({
    ...(search.archived ? { archived: true } : {}),
    ...(search.new ? { new: true } : {}),
  }),
  component: HomeScreen,
})

export const projectTabs = ['work', 'members', 'settings'] as const
export type ProjectTab = (typeof projectTabs)[number]

const project = createRoute({
  ...within('/projects/$projectId'),
  validateSearch: (search: Record<string, unknown>): { tab?: ProjectTab; templates?: true } => {
    const tab = projectTabs.find((one) => one === search.tab)
    return {
      ...(tab && tab !== 'work' ? { tab } : {}),
      ...(search.templates ? { templates: true } : {}),
    }
  },
  component: lazyRouteComponent(() => import('./project-route'), 'ProjectRoute'),
})
const bin = createRoute({
  ...within('/projects/$projectId/bin'),
  component: lazyRouteComponent(() => import('../projects/bin-screen'), 'BinScreen'),
})
const myCards = createRoute({
  ...within('/my-cards'),
  component: lazyRouteComponent(() => import('./my-cards-route'), 'MyCardsRoute'),
})
const mentorships = createRoute({
  ...within('/mentorships'),
  component: lazyRouteComponent(
    () => import('../mentorships/mentorships-screen'),
    'MentorshipsScreen',
  ),
})
const mentorship = createRoute({
  ...within('/mentorships/$mentorshipId'),
  component: lazyRouteComponent(() => import('./mentorship-route'), 'MentorshipRoute'),
})
const inbox = createRoute({
  ...within('/inbox'),
  validateSearch: ({ show }: Record<string, unknown>): { show?: 'all' } =>
    show === 'all' ? { show } : {},
  component: lazyRouteComponent(() => import('../inbox/inbox-screen'), 'InboxScreen'),
})
const journal = createRoute({
  ...within('/journal'),
  validateSearch: journalSearch,
  component: lazyRouteComponent(() => import('./journal-route'), 'JournalRoute'),
})
const entry = createRoute({
  ...within('/journal/$entryId'),
  validateSearch: entrySearch,
  component: lazyRouteComponent(async () => {
    const [{ EntryScreen }] = await Promise.all([
      import('../journals/entry-screen'),
      i18n.loadNamespaces(['journals', 'publications', ...docWords, ...roomWords]),
    ])
    return { EntryScreen }
  }, 'EntryScreen'),
})
const training = createRoute({
  ...within('/training'),
  component: lazyRouteComponent(() => import('../training/training-screen'), 'TrainingScreen'),
})
const trainingRecord = createRoute({
  ...within('/training/$recordId'),
  component: lazyRouteComponent(() => import('../training/record-screen'), 'RecordScreen'),
})
const trainingWeek = createRoute({
  ...within('/training/$recordId/$week'),
  component: lazyRouteComponent(() => import('../training/week-screen'), 'WeekScreen'),
})
const library = createRoute({
  ...within('/library'),
  component: lazyRouteComponent(() => import('../projects/library-screen'), 'LibraryScreen'),
})
/** What stands beside the text; of the comments, which is looked at; and the block one is led to. */
type DocSearch = { panel?: string; thread?: string; comment?: string; block?: string }
const doc = createRoute({
  ...within('/docs/$docId'),
  validateSearch: ({ panel, thread, comment, block }: Record<string, unknown>): DocSearch => ({
    ...(typeof panel === 'string' && { panel }),
    ...(typeof thread === 'string' && { thread }),
    ...(typeof comment === 'string' && { comment }),
    ...(typeof block === 'string' && { block }),
  }),
  component: DocRoute,
})
const board = createRoute({
  ...within('/boards/$boardId'),
  validateSearch: boardSearch,
  component: BoardRoute,
})
const workshop = createRoute({
  ...within('/workshops/$workshopId'),
  component: lazyRouteComponent(() => import('./workshop-route'), 'WorkshopRoute'),
})

const settings = createRoute({
  ...within('/settings'),
  component: lazyRouteComponent(() => import('../people/settings-frame'), 'SettingsFrame'),
})
const setting = <P extends string>(path: P) => ({ getParentRoute: () => settings, path })
const settingsPages = [
  createRoute({
    ...setting('/'),
    beforeLoad: () => {
      throw redirect({ to: '/settings/profile' })
    },
  }),
  createRoute({
    ...setting('/profile'),
    component: lazyRouteComponent(() => import('../people/profile-screen'), 'ProfileScreen'),
  }),
  createRoute({
    ...setting('/sessions'),
    component: lazyRouteComponent(() => import('../people/sessions-screen'), 'SessionsScreen'),
  }),
  createRoute({
    ...setting('/people'),
    component: lazyRouteComponent(() => import('../people/people-screen'), 'PeopleScreen'),
  }),
  createRoute({
    ...setting('/invitations'),
    component: lazyRouteComponent(
      () => import('../people/invitations-screen'),
      'InvitationsScreen',
    ),
  }),
  createRoute({
    ...setting('/organisations'),
    component: lazyRouteComponent(
      () => import('../people/organisations-screen'),
      'OrganisationsScreen',
    ),
  }),
  createRoute({
    ...setting('/access'),
    component: lazyRouteComponent(() => import('../people/access-screen'), 'AccessScreen'),
  }),
] as const

const tree = root.addChildren([
  signIn,
  setUp,
  join,
  publicDoc,
  guest,
  code,
  ...forBuilders,
  inside.addChildren([
    home,
    inbox,
    myCards,
    mentorships,
    mentorship,
    library,
    journal,
    training,
    trainingRecord,
    trainingWeek,
    entry,
    project,
    bin,
    doc,
    board,
    workshop,
    settings.addChildren(settingsPages),
  ]),
])

export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: FaultScreen,
    defaultNotFoundComponent: LostOutside,
    defaultPendingComponent: PageSkeleton,
    scrollRestoration: true,
  })
