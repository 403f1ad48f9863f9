import { useEffect, useState } from 'react'
import { keepEarlyWords, takeEarlyWords } from './early-words'

const isWriting = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))

const isModalOpen = () =>
  document.querySelector('[role="dialog"][aria-modal="true"], [data-rac][role="dialog"]') !== null

/** The command palette (Ctrl or ⌘ K) and the sheet of shortcuts (?). */
export function useOverlays() {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        keepEarlyWords()
        setOpen((now) => (now === 'palette' ? null : 'palette'))
      } else if (event.key === '?' && !isWriting(event.target) && !isModalOpen()) {
        event.preventDefault()
        setOpen('shortcuts')
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    if (open !== 'palette') takeEarlyWords()
  }, [open])
  return {
    open,
    openPalette() {
      keepEarlyWords()
      setOpen('palette')
    },
    openShortcuts: () => setOpen('shortcuts'),
    close: () => setOpen(null),
  }
}
