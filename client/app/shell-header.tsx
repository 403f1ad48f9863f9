/**
 * How a screen speaks to the top bar above it.
 *
 * - `<InShellHeader>…</InShellHeader>` places its children at the end of the top bar: the save badge,
 *   faces, actions. Keep them small; on phones there are about 200 px.
 * - `useShellTitle(title)` names the last step of the breadcrumb and the browser's tab, live.
 * - `useShellCrumbs(links)` sets the links before it; routes do this, screens need not.
 *
 * The shell's `<main>` fills the window below the top bar and scrolls. A screen that scrolls inside
 * itself (a board) takes `h-full`; a screen of reading width uses `Page`.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'

export type Crumb = { label: string; projectId?: string }

type ShellHeader = {
  slot: HTMLElement | null
  setSlot: (slot: HTMLElement | null) => void
  title: string | null
  setTitle: (title: string | null) => void
  crumbs: Crumb[]
  setCrumbs: (crumbs: Crumb[]) => void
}

const ShellHeaderContext = createContext<ShellHeader | null>(null)

export function ShellHeaderProvider({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const [title, setTitle] = useState<string | null>(null)
  const [crumbs, setCrumbs] = useState<Crumb[]>([])
  const value = useMemo(
    () => ({ slot, setSlot, title, setTitle, crumbs, setCrumbs }),
    [slot, title, crumbs],
  )
  return <ShellHeaderContext value={value}>{children}</ShellHeaderContext>
}

/** For the top bar itself. Null outside of the shell, as in a test. */
export const useShellHeader = () => useContext(ShellHeaderContext)

export function InShellHeader({ children }: { children: ReactNode }) {
  const slot = useShellHeader()?.slot
  return slot ? createPortal(children, slot) : null
}

export function useShellTitle(title: string | null | undefined): void {
  const setTitle = useShellHeader()?.setTitle
  useEffect(() => {
    if (!title) return
    setTitle?.(title)
    document.title = `${title} · Atelier`
    return () => setTitle?.(null)
  }, [title, setTitle])
}

export function useShellCrumbs(crumbs: Crumb[]): void {
  const setCrumbs = useShellHeader()?.setCrumbs
  const said = JSON.stringify(crumbs)
  useEffect(() => {
    setCrumbs?.(JSON.parse(said) as Crumb[])
    return () => setCrumbs?.([])
  }, [said, setCrumbs])
}
