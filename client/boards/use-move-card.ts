import type { Spot } from '@atelier/shared/basics/order'
import { moveCard } from '@atelier/shared/boards/card-edits'
import { useCallback } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useDesk } from './board-context'
import { isAboveLimit } from './column-count'
import { focusCard } from './focus-card'

/** Moves a card, says where it is now, and keeps the keyboard on it. */
export function useMoveCard(): (id: string, to: { column: string; spot: Spot }) => void {
  const { room, store, announce } = useDesk()
  const { t } = useTranslation('boards')
  const { t: words } = useTranslation('board-columns')
  return useCallback(
    (id, to) => {
      const cameFrom = store.read().cards.get(id)?.column
      // The card is drawn anew in its column; only then can it take the focus.
      if (!flushSync(() => moveCard(room.doc, id, to))) return
      const column = store.read().columns.find((shown) => shown.id === to.column)
      const index = column?.cards.findIndex((card) => card.id === id) ?? -1
      const card = column?.cards[index]
      if (!column || !card) return
      focusCard(id)
      const moved = t('move.done', {
        title: card.title || t('card.untitled'),
        column: column.name || t('column.unnamed'),
        position: index + 1,
        count: column.cards.length,
      })
      const isTooMuch = cameFrom !== column.id && isAboveLimit(column)
      announce(isTooMuch ? words('limit.passed', { moved, limit: column.limit }) : moved)
    },
    [room, store, announce, t, words],
  )
}
