import { useRouterState } from '@tanstack/react-router'
import { useShellHeader } from '../shell/shell-header'

/** The project of this page: named by its address, or by the doc or board that is open. */
export function useCurrentProject(): string | undefined {
  const path = useRouterState({ select: (state) => state.location.pathname })
  const fromCrumbs = useShellHeader()?.way.crumbs.find((crumb) => crumb.projectId)?.projectId
  return /^\/projects\/([^/]+)/.exec(path)?.[1] ?? fromCrumbs
}
