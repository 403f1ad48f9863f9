import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Which thread is looked at, by the address: a link opens it, and it can be sent to others. */
export function useThreadFocus() {
  const { panel, thread, comment } = useSearch({ from: '/inside/docs/$docId' })
  const navigate = useNavigate()
  const focus = useCallback(
    (threadId: string | null) =>
      void navigate({
        to: '.',
        search: threadId === null ? { panel: 'comments' } : { panel: 'comments', thread: threadId },
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  const isOpen = panel === 'comments'
  return {
    isOpen,
    threadId: isOpen ? (thread ?? null) : null,
    commentId: isOpen ? (comment ?? null) : null,
    /** Null opens the panel without a thread. */
    focus,
  }
}
