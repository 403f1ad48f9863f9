import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent } from 'react'

type Deeds = {
  editor: Editor
  begin: () => void
  /** To the next or the one before; tells which that is. */
  step: (by: 1 | -1) => string | null
}

/** Ctrl+Alt+M, or ⌘⌥M, begins a comment; with a full stop or a comma to the next and to the one before. */
export function useCommentKeys({ editor, begin, step }: Deeds): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!isCommentKey(event)) return
    if (event.code === 'KeyM' && mayBegin(editor)) begin()
    else if (event.code === 'Period') goTo(step(1))
    else if (event.code === 'Comma') goTo(step(-1))
    else return
    event.preventDefault()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

/** Ctrl and Alt, or ⌘ and ⌥. On many keyboards the right Alt key writes other letters, and says it is both. */
export const isCommentKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) &&
  event.altKey &&
  !event.shiftKey &&
  !event.getModifierState('AltGraph')

/** Not while somebody writes elsewhere, as in the panel. */
function mayBegin(editor: Editor): boolean {
  const { activeElement } = document
  return activeElement === document.body || editor.view.dom.contains(activeElement)
}

/** The panel may only just be opening; whoever does something else meanwhile stays with that. */
function goTo(threadId: string | null): void {
  if (threadId === null || focusOn(threadId)) return
  const waiting = new MutationObserver(() => {
    if (focusOn(threadId)) stop()
  })
  const stop = () => {
    waiting.disconnect()
    for (const event of elsewhere) document.removeEventListener(event, stop, true)
  }
  waiting.observe(document.body, { childList: true, subtree: true })
  for (const event of elsewhere) document.addEventListener(event, stop, true)
}

const elsewhere = ['keydown', 'pointerdown'] as const

function focusOn(threadId: string): boolean {
  const card = document.querySelector<HTMLElement>(`[data-thread-card="${threadId}"]`)
  card?.focus()
  return card !== null
}
