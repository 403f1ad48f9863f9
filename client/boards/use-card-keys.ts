import { type KeyboardEvent, useCallback } from 'react'
import { useDesk } from './board-context'
import { type BoardFilter, matches } from './board-filter'
import { cardBeside } from './card-neighbours'
import { focusCard, focusedCard } from './focus-card'
import { useArchiveCard } from './use-archive-card'

/** On a card or a button of it: arrows go to the next column, N writes a card, M moves it, Delete archives it. */
export function useCardKeys(
  filter: BoardFilter,
  onAddingChange: (columnId: string | null) => void,
): (event: KeyboardEvent) => void {
  const { store, editable, askWhere } = useDesk()
  const archive = useArchiveCard()
  return useCallback(
    (event) => {
      const id = focusedCard(event.target)
      if (id === null || event.ctrlKey || event.metaKey || event.altKey) return
      const { columns, cards, labels } = store.read()
      const goTowards = (side: -1 | 1) => () => {
        const shown = columns.map((column) => ({
          cards: column.cards.filter((card) => matches(card, filter, labels)),
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
    [store, editable, askWhere, archive, filter, onAddingChange],
  )
}

function inReadingDirection(side: -1 | 1): -1 | 1 {
  if (document.documentElement.dir !== 'rtl') return side
  return side === 1 ? -1 : 1
}
