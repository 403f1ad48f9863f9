import type { BoardFilter } from '@atelier/shared/boards/view'
import { useEffect, useMemo } from 'react'
import { useDesk } from './board-context'
import { focusedCard } from './focus-card'
import type { QuickEdit } from './quick-edit'
import { isDialogOpen, isWriting } from './typing-place'
import { useCopyCard } from './use-copy-card'
import { useNudgeCard } from './use-nudge-card'

/** By the key on a card. Others: use-card-keys.ts. */
const edits: Record<string, QuickEdit['what']> = {
  e: 'title',
  F2: 'title',
  a: 'assignees',
  l: 'labels',
  s: 'start',
  d: 'due',
  p: 'estimate',
}

type Deeds = { filter: BoardFilter; ask(edit: QuickEdit): void }

/**
 * Keys for what is on the card the keyboard is on, and Alt+Shift with an arrow to move it; F and / go to the
 * filter from anywhere. None of them while somebody writes, or in a window.
 */
export function useFactKeys({ filter, ask }: Deeds): void {
  const { editable } = useDesk()
  const copy = useCopyCard()
  const nudge = useNudgeCard(filter)
  const press = useMemo(
    () => (event: KeyboardEvent) => {
      if (event.defaultPrevented || isWriting(event.target) || isDialogOpen()) return
      const act = actFor(event)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()

      function actFor({ key, altKey, shiftKey, ctrlKey, metaKey }: KeyboardEvent) {
        if (ctrlKey || metaKey) return
        if (!altKey && (key === '/' || key === 'f')) return focusFilter
        const id = focusedCard(event.target)
        if (id === null || !editable) return
        if (altKey && shiftKey) return () => nudge(id, key)
        if (altKey || shiftKey) return
        const what = edits[key]
        if (what) return () => ask({ id, what })
        return key === 'c' ? () => copy(id) : undefined
      }
    },
    [editable, copy, nudge, ask],
  )
  useEffect(() => {
    // Before the list of cards takes the arrows for itself.
    document.addEventListener('keydown', press, true)
    return () => document.removeEventListener('keydown', press, true)
  }, [press])
}

function focusFilter(): void {
  document.querySelector<HTMLElement>('.board input[type="search"]')?.focus()
}
