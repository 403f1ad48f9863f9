import type { Spot } from '@atelier/shared/basics/order'
import type { Column } from '@atelier/shared/boards/board'
import { moveCards } from '@atelier/shared/boards/card-edits'
import { type LaneChange, moveCardsToLane } from '@atelier/shared/boards/lane-edits'
import { useCallback } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useDesk } from './board-context'
import { isAboveLimit } from './column-count'
import { focusCard } from './focus-card'
import { laneStep } from './lanes/lane-kinds'
import { type LaneMove, laneAt } from './lanes/lane-place'
import { type Moved, movedIds } from './move-spots'

/** `lane`: the one it comes from and the one it goes to, where the board has rows and it changes its row. */
export type MoveTarget = { column: string; spot: Spot; lane?: LaneMove | null }

/** Moves a card, or several in one edit, says where they are now, and keeps the keyboard on the first. */
export function useMoveCard(): (moved: Moved, to: MoveTarget) => void {
  const { store, people, outcomes, questions } = useDesk()
  const write = useWriteMove()
  return useCallback(
    (moved, to) => {
      const ids = movedIds(moved)
      if (!to.lane) return write(ids, to, null)
      const { kind, ...lane } = to.lane
      const { cards, labels } = store.read()
      const held = ids.flatMap((id) => cards.get(id) ?? [])
      const { choices, ...change } = laneStep(kind, lane, held, { people, labels, outcomes })
      const give = (id: string | null) => write(ids, to, { ...change, give: id })
      if (choices.length < 2) return give(choices[0] ?? null)
      questions.ask({ lane: lane.to, column: to.column, people: choices, answer: give })
    },
    [store, people, outcomes, questions, write],
  )
}

function useWriteMove() {
  const { room, store, announce } = useDesk()
  const words = useMoveWords()
  return useCallback(
    (ids: readonly string[], to: MoveTarget, change: LaneChange | null) => {
      const [first = ''] = ids
      const before = store.read().cards
      const lane = to.lane?.to ?? laneAt(document.activeElement)
      const isArriving = ids.some((id) => before.get(id)?.column !== to.column)
      // The card is drawn anew in its column; only then can it take the focus.
      const write = () =>
        change ? moveCardsToLane(room.doc, ids, to, change) : moveCards(room.doc, ids, to)
      if (!flushSync(write)) return
      const column = store.read().columns.find((shown) => shown.id === to.column)
      if (!column?.cards.some((card) => card.id === first)) return
      focusCard(first, lane)
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
