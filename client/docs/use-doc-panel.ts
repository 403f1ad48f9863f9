import { useNavigate, useSearch } from '@tanstack/react-router'
import type { DocDesk } from './doc-desk'
import { type DocPanel, docPanels } from './doc-panels'

/** Which panel is open, by the address, so that a link opens it too. */
export function useDocPanel(desk: DocDesk) {
  const { panel: wanted } = useSearch({ from: '/inside/docs/$docId' })
  const navigate = useNavigate()
  const offered = docPanels.filter(({ isFor }) => isFor?.(desk) ?? true)
  const current: DocPanel | null = offered.find(({ id }) => id === wanted) ?? null
  const show = (panel: string | null) =>
    navigate({
      to: '/docs/$docId',
      params: { docId: desk.docId },
      search: panel === null ? {} : { panel },
      replace: true,
      resetScroll: false,
    })
  return {
    offered,
    current,
    open: (id: string) => void show(id),
    close: () => void show(null),
    toggle: (id: string) => void show(current?.id === id ? null : id),
  }
}
