import type { BoardFilter } from '@atelier/shared/boards/view'
import { type KeyboardEvent, useCallback } from 'react'
import { useDesk } from './board-context'
import { cardBeside } from './card-neighbours'
import { focusCard, focusedCard } from './focus-card'
import { useArchiveCard } from './use-archive-card'
import { useMatches } from './use-matches'

/** On a card or a button of it: arrows go to the next column, N writes a card, M moves it, Delete archives it. */
export function useCardKeys(
  filter: BoardFilter,
  onAddingChange: (columnId: string | null) => void,
): (event: KeyboardEvent) => void {
  const { store, editable, askWhere } = useDesk()
  const archive = useArchiveCard()
  const matches = useMatches(filter)
  return useCallback(
    (event) => {
      const id = focusedCard(event.target)
      if (id === null || event.ctrlKey || event.metaKey || event.altKey) return
      const { columns, cards } = store.read()
      const goTowards = (side: -1 | 1) => () => {
        const shown = columns.map((column) => ({
          cards: column.cards.filter(matches),
        }))
        const next = cardBeside(shown, id, inReadingDirection(side))
        if (next !== null) focusCard(next)
      }
      const acts = new Map([
        ['ArrowLeft', goTowards(-1)],
        ['ArrowRight', goTowards(1)],
      ])
      if (editable) {
        acts.set('n', () => onAddingChange(cards.get(id)?.column ?? null))
        acts.set('m', () => askWhere(id))
        acts.set('Delete', () => archive(id))
      }
      const act = acts.get(event.key.length === 1 ? event.key.toLowerCase() : event.key)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    },
    [store, editable, askWhere, archive, matches, onAddingChange],
  )
}

function inReadingDirection(side: -1 | 1): -1 | 1 {
  if (document.documentElement.dir !== 'rtl') return side
  return side === 1 ? -1 : 1
}
