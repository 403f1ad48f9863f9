import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouter, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery, useMe } from '../access/session'
import { useNotices } from '../api/use-notices'
import { i18n } from '../i18n/i18n'
import { quietPart } from '../offline/quiet-part'
import { ShellHeaderProvider } from '../shell/shell-header'
import { SyncIdentity } from '../sync/sync-identity'
import { useFetchAhead } from '../ui/use-fetch-ahead'
import { Sidebar } from './sidebar'
import { TopBar } from './top-bar'
import { InboxNews } from './unread'
import { useOverlays } from './use-overlays'
import { useSidebar } from './use-sidebar'

const Drawer = lazy(async () => ({ default: (await import('./drawer')).Drawer }))
const loadPalette = async () => ({ default: (await import('./palette')).Palette })
const Palette = lazy(loadPalette)
const ahead = [loadPalette]
const Travel = quietPart(async () => (await import('../projects/travel')).Travel)
const ShortcutSheet = lazy(async () => ({
  default: (await import('./shortcut-sheet')).ShortcutSheet,
}))

/** The frame around every screen of a signed-in person. */
export function Shell() {
  const me = useMe()
  const identity = useMemo(
    () => ({ workspaceId: me.workspaceId, personId: me.id }),
    [me.workspaceId, me.id],
  )
  useNotices()
  useLeaveWhenSignedOut()
  useOwnLanguage(me.language)
  return (
    <SyncIdentity value={identity}>
      <ShellHeaderProvider>
        <Frame />
      </ShellHeaderProvider>
    </SyncIdentity>
  )
}

function Frame() {
  const { t } = useTranslation('shell')
  const sidebar = useSidebar()
  const overlays = useOverlays()
  useFetchAhead(ahead)
  const path = useRouterState({ select: (state) => state.location.pathname })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a drawer has done its work when the page changes
  useEffect(() => sidebar.setDrawer(false), [path])
  return (
    <div className="flex h-dvh overflow-hidden bg-canvas print:block print:h-auto print:overflow-visible">
      <a
        href="#main"
        className="-top-20 fixed start-3 z-50 rounded-md bg-accent px-4 py-2 text-on-accent text-sm focus:top-3"
      >
        {t('skip')}
      </a>
      {sidebar.isOpen && <Sidebar onSearch={overlays.openPalette} onHide={sidebar.toggle} />}
      <div className="flex min-w-0 flex-1 flex-col print:block">
        <TopBar
          isSidebarOpen={sidebar.isOpen}
          onShowSidebar={sidebar.toggle}
          onOpenDrawer={() => sidebar.setDrawer(true)}
        />
        <main
          id="main"
          tabIndex={-1}
          className="min-h-0 flex-1 overflow-y-auto outline-none print:overflow-visible"
        >
          <Outlet />
        </main>
      </div>
      <Travel />
      <InboxNews />
      <Suspense fallback={null}>
        {sidebar.drawer && (
          <Drawer isOpen onOpenChange={sidebar.setDrawer} onSearch={overlays.openPalette} />
        )}
        {overlays.open === 'palette' && (
          <Palette onClose={overlays.close} onShortcuts={overlays.openShortcuts} />
        )}
        {overlays.open === 'shortcuts' && <ShortcutSheet onClose={overlays.close} />}
      </Suspense>
    </div>
  )
}

function useLeaveWhenSignedOut() {
  const router = useRouter()
  const { data } = useQuery(sessionQuery)
  const state = data?.state
  useEffect(() => {
    if (state && state !== 'signed-in') void router.invalidate()
  }, [state, router])
}

/** Only when the profile changes: a language just chosen is ahead of the profile for a moment. */
function useOwnLanguage(language: string) {
  useEffect(() => {
    if (i18n.language !== language) void i18n.changeLanguage(language)
  }, [language])
}
