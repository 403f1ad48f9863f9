import type { Spot } from '@atelier/shared/basics/order'
import type { Column } from '@atelier/shared/boards/board'
import { moveCards } from '@atelier/shared/boards/card-edits'
import { useCallback } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useDesk } from './board-context'
import { isAboveLimit } from './column-count'
import { focusCard } from './focus-card'
import { type Moved, movedIds } from './move-spots'

/** Moves a card, or several in one edit, says where they are now, and keeps the keyboard on the first. */
export function useMoveCard(): (moved: Moved, to: { column: string; spot: Spot }) => void {
  const { room, store, announce } = useDesk()
  const words = useMoveWords()
  return useCallback(
    (moved, to) => {
      const ids = movedIds(moved)
      const [first = ''] = ids
      const before = store.read().cards
      const isArriving = ids.some((id) => before.get(id)?.column !== to.column)
      // The card is drawn anew in its column; only then can it take the focus.
      if (!flushSync(() => moveCards(room.doc, ids, to))) return
      const column = store.read().columns.find((shown) => shown.id === to.column)
      if (!column?.cards.some((card) => card.id === first)) return
      focusCard(first)
      announce(words(column, ids, isArriving))
    },
    [room, store, announce, words],
  )
}

function useMoveWords() {
  const { t } = useTranslation('boards')
  const { t: more } = useTranslation('board-columns')
  return useCallback(
    (column: Column, ids: readonly string[], isArriving: boolean) => {
      const index = column.cards.findIndex((card) => card.id === ids[0])
      const name = column.name || t('column.unnamed')
      const moved =
        ids.length > 1
          ? more('moved', { count: ids.length, column: name })
          : t('move.done', {
              title: column.cards[index]?.title || t('card.untitled'),
              column: name,
              position: index + 1,
              count: column.cards.length,
            })
      if (!isArriving || !isAboveLimit(column)) return moved
      return more('limit.passed', { moved, limit: column.limit })
    },
    [t, more],
  )
}
