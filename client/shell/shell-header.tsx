/**
 * How a screen speaks to the top bar above it.
 *
 * - `<InShellHeader>…</InShellHeader>` places its children at the end of the top bar: the save badge,
 *   faces, actions. Keep them small; on phones there are about 200 px.
 * - `useShellTitle(title)` names the last step of the breadcrumb and the browser's tab, live.
 * - `useShellCrumbs(links, here)` sets the links before it, and the last step for as long as no screen
 *   names it; routes do this, screens need not.
 *
 * The shell's `<main>` fills the window below the top bar and scrolls. A screen that scrolls inside
 * itself (a board) takes `h-full`; a screen of reading width uses `Page`.
 */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { createPortal } from 'react-dom'
import { nameTab } from './tab-title'

export type Crumb = {
  label: string
  projectId?: string
  docId?: string
  /** Of a training record. */
  recordId?: string
  to?: '/journal' | '/mentorships' | '/training'
}

type ShellHeader = {
  slot: HTMLElement | null
  setSlot: (slot: HTMLElement | null) => void
  title: string | null
  setTitle: (title: string | null) => void
  way: Way
  setWay: (way: Way) => void
}

type Way = { crumbs: Crumb[]; here: string }
const nowhere: Way = { crumbs: [], here: '' }

const ShellHeaderContext = createContext<ShellHeader | null>(null)

export function ShellHeaderProvider({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const [title, setTitle] = useState<string | null>(null)
  const [way, setWay] = useState(nowhere)
  const value = useMemo(() => ({ slot, setSlot, title, setTitle, way, setWay }), [slot, title, way])
  return <ShellHeaderContext value={value}>{children}</ShellHeaderContext>
}

/** For the top bar itself. Null outside of the shell, as in a test. */
export const useShellHeader = () => useContext(ShellHeaderContext)

export function InShellHeader({ children }: { children: ReactNode }) {
  const slot = useShellHeader()?.slot
  return slot ? createPortal(children, slot) : null
}

/** `tab` where the title is for whoever looks at the page, and not for the browser's tab and history. */
export function useShellTitle(title: string | null | undefined, tab = title): void {
  const setTitle = useShellHeader()?.setTitle
  useEffect(() => {
    if (!title) return
    setTitle?.(title)
    nameTab(tab || title)
    return () => setTitle?.(null)
  }, [title, tab, setTitle])
}

export function useShellCrumbs(crumbs: Crumb[], here = ''): void {
  const setWay = useShellHeader()?.setWay
  const said = JSON.stringify({ crumbs, here })
  useEffect(() => {
    const way = JSON.parse(said) as Way
    setWay?.(way)
    if (way.here) nameTab(way.here)
    return () => setWay?.(nowhere)
  }, [said, setWay])
}
