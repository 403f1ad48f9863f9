import { type RefObject, useEffect, useEffectEvent } from 'react'

const windows = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"]), [role="menu"]'
const isElsewhere = (target: EventTarget | null) =>
  document.querySelector(windows) !== null ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || target.closest('input, textarea, select') !== null))

type Deeds = { turn(id: string): void; markAll(): void }

/** J and K go through the messages from anywhere on the page, arrows from one of them; U is about the one in focus. */
export function useInboxKeys(list: RefObject<HTMLElement | null>, deeds: Deeds): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    if (isElsewhere(event.target)) return
    const act = actFor(event, list.current, deeds)
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function actFor(event: KeyboardEvent, list: HTMLElement | null, deeds: Deeds) {
  const rows = rowsOf(list)
  const row = document.activeElement?.closest('li')?.querySelector<HTMLElement>('[data-inbox-row]')
  const at = row ? rows.indexOf(row) : -1
  const go = (to: number) => () => rows[Math.min(Math.max(to, 0), rows.length - 1)]?.focus()
  const key = event.key.toLowerCase()
  if (key === 'u' && event.shiftKey) return deeds.markAll
  if (event.shiftKey) return undefined
  if (key === 'j' || (key === 'arrowdown' && at >= 0)) return go(at + 1)
  if (key === 'k' || (key === 'arrowup' && at >= 0)) return go(at - 1)
  const id = rows[at]?.dataset.inboxRow
  return key === 'u' && id ? () => deeds.turn(id) : undefined
}

export const rowsOf = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[data-inbox-row]') ?? []),
]
