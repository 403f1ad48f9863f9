import type { BoardFilter } from '@atelier/shared/boards/view'
import { useEffect, useMemo } from 'react'
import { useDesk } from './board-context'
import { type BoardKey, boardKeys, keyName } from './board-keys'
import { actsOn } from './card-selection'
import { focusedCard } from './focus-card'
import { focusFilter } from './focus-filter'
import type { QuickEdit } from './quick-edit'
import { isDialogOpen, isWriting } from './typing-place'
import { useCopyCard } from './use-copy-card'
import { useCopyLink } from './use-copy-link'
import { useNudgeCard } from './use-nudge-card'

const edits: Partial<Record<BoardKey, QuickEdit['what']>> = {
  e: 'title',
  F2: 'title',
  a: 'assignees',
  l: 'labels',
  s: 'start',
  d: 'due',
  p: 'estimate',
}

const nudges: readonly string[] = [...boardKeys.nudge, ...boardKeys.toTop, ...boardKeys.toEnd]

type Deeds = { filter: BoardFilter; ask(edit: QuickEdit): void }

/**
 * Keys for what is on the card the keyboard is on, and on all that are chosen with it, and Alt+Shift with an arrow
 * to move it; F and / go to the filter from anywhere. None of them while somebody writes, or in a window.
 */
export function useFactKeys({ filter, ask }: Deeds): void {
  const { store, selection, editable } = useDesk()
  const copy = useCopyCard()
  const copyLink = useCopyLink()
  const nudge = useNudgeCard(filter)
  const press = useMemo(() => {
    const actFor = (event: KeyboardEvent) => {
      const name = keyName(event) as BoardKey
      if (name === '/' || name === 'f') return focusFilter
      const id = focusedCard(event.target)
      if (id === null) return
      if (name === 'Shift+c') return () => void copyLink(id)
      if (!editable) return
      if (nudges.includes(name)) return () => nudge(id, event.key)
      if (name === 'c' || name === 'Mod+d') return () => copy(id)
      const what = edits[name]
      const ids = actsOn(selection, store.read().columns, id)
      return what && (() => ask({ id, what, ids }))
    }
    return (event: KeyboardEvent) => {
      if (event.defaultPrevented || isWriting(event.target) || isDialogOpen()) return
      const act = actFor(event)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
  }, [store, selection, editable, copy, copyLink, nudge, ask])
  useEffect(() => {
    // Before the list of cards takes the arrows for itself.
    document.addEventListener('keydown', press, true)
    return () => document.removeEventListener('keydown', press, true)
  }, [press])
}
