import type { BoardView } from '@atelier/shared/boards/view'
import { useEffect, useMemo } from 'react'
import { useDesk } from './board-context'
import { boardKeys, type CardDeed, cardKeys, keyName } from './board-keys'
import { cardsInFront, cardUnder } from './card-in-front'
import { focusedCard } from './focus-card'
import { focusFilter } from './focus-filter'
import type { QuickEdit } from './quick-edit'
import { isDialogOpen, isWriting } from './typing-place'
import { useCopyCard } from './use-copy-card'
import { useCopyLink } from './use-copy-link'
import { useNudgeCard } from './use-nudge-card'

const edits: Partial<Record<CardDeed, QuickEdit['what']>> = {
  rename: 'title',
  assignees: 'assignees',
  labels: 'labels',
  start: 'start',
  due: 'due',
  estimate: 'estimate',
}

const nudges: readonly string[] = [...boardKeys.nudge, ...boardKeys.toTop, ...boardKeys.toEnd]

type Deeds = { view: BoardView; ask(edit: QuickEdit): void }

/**
 * Keys for what is on the card the keyboard is on, and on all that are chosen with it; else on what is chosen.
 * Alt+Shift with an arrow moves it, on the board; F and / go to the filter from anywhere. None of them while
 * somebody writes, or in a window.
 */
export function useFactKeys({ view: { kind, filter }, ask }: Deeds): void {
  const { store, selection, editable } = useDesk()
  const copy = useCopyCard()
  const copyLink = useCopyLink()
  const nudge = useNudgeCard(filter)
  const press = useMemo(() => {
    const deeds = cardKeys(kind)
    const actFor = (event: KeyboardEvent) => {
      const name = keyName(event)
      if (name === '/' || name === 'f') return focusFilter
      const focused = focusedCard(event.target)
      if (kind === 'board' && focused !== null && editable && nudges.includes(name))
        return () => nudge(focused, event.key)
      const deed = deeds.get(name)
      if (!deed) return
      const ids = cardsInFront(event.target, selection, store.read().columns)
      const [id] = ids
      if (id === undefined) return
      if (deed === 'copyLink') return () => void copyLink(cardUnder(event.target) ?? id)
      if (!editable) return
      if (deed === 'copy') return () => copy(cardUnder(event.target) ?? id)
      const what = edits[deed]
      return what && (() => ask({ id: cardUnder(event.target) ?? id, what, ids }))
    }
    return (event: KeyboardEvent) => {
      if (event.defaultPrevented || isWriting(event.target) || isDialogOpen()) return
      const act = actFor(event)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    }
  }, [kind, store, selection, editable, copy, copyLink, nudge, ask])
  useEffect(() => {
    // Before the list of cards takes the arrows for itself.
    document.addEventListener('keydown', press, true)
    return () => document.removeEventListener('keydown', press, true)
  }, [press])
}
