import type { Card } from '@atelier/shared/boards/card'
import { useEffect } from 'react'
import { useDesk } from './board-context'
import { keyName, type WindowKey } from './board-keys'
import { useCopyCard } from './card/use-copy-card'
import { useCopyLink } from './use-copy-link'
import { useUndoWithWords } from './use-undo-with-words'

/** Keys of a card's own window. Who writes keeps the field's own undo. */
export function useWindowKeys(card: Card | undefined): void {
  const { editable } = useDesk()
  const { undo, redo } = useUndoWithWords()
  const copy = useCopyCard()
  const copyLink = useCopyLink()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!card || event.defaultPrevented || !isInWindow(event.target)) return
      const acts = new Map<WindowKey, () => void>([['Shift+c', () => void copyLink(card.id)]])
      if (editable) {
        acts.set('Mod+z', undo)
        acts.set('Mod+Shift+z', redo)
        acts.set('Mod+y', redo)
        if (!card.isTemplate) acts.set('Mod+d', () => copy(card))
      }
      const act = acts.get(keyName(event) as WindowKey)
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [card, editable, undo, redo, copy, copyLink])
}

const writes =
  'textarea, input:not([type="checkbox"]), [contenteditable="true"]:not([role="spinbutton"])'

/** In the window itself: what opens over it has keys of its own. */
const isInWindow = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest(writes) === null &&
  target.closest('[role="dialog"]')?.querySelector('.board-detail') != null
