import type { Board } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { shiftDays } from '@atelier/shared/boards/day-edits'
import { setDays } from '@atelier/shared/boards/fact-edits'
import { readRelations } from '@atelier/shared/boards/relations'
import { type Days, spanOf } from '@atelier/shared/boards/span'
import { waitingFor } from '@atelier/shared/boards/waiting'
import { useCallback, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { toast, toastQueue } from '../../ui/toast'
import { useDesk } from '../board-context'
import { useMovedWords } from './use-moved-words'

/** Writes other days of a card, says so, and offers to take along what waits for it. */
export function useSetDays(onMoved: (id: string, days: Days) => void) {
  const { room, announce } = useDesk()
  const movedWords = useMovedWords()
  const offer = useOffer()
  return useCallback(
    (card: Card, days: Days) => {
      // The card is drawn anew elsewhere; only then can it take the focus.
      if (!flushSync(() => setDays(room.doc, card.id, days))) return
      onMoved(card.id, days)
      announce(movedWords(card, days))
      const [before, now] = [spanOf(card), spanOf(days)]
      if (before && now) offer([card.id], now.to - before.to)
    },
    [room, announce, movedWords, offer, onMoved],
  )
}

/** One offer for the same cards: what is moved again while it stands there adds up. */
export function useOffer() {
  const { room, store, announce } = useDesk()
  const { t } = useTranslation('board-time')
  const open = useRef<{ ids: string; by: number; key: string } | null>(null)
  return useCallback(
    (moved: readonly string[], days: number) => {
      const before = open.current
      const isOpen = toastQueue.visibleToasts.some(({ key }) => key === before?.key)
      if (before && isOpen) toastQueue.close(before.key)
      const ids = moved.join(' ')
      const by = days + (before?.ids === ids && isOpen ? before.by : 0)
      open.current = null
      const count = followers(store.read(), moved).length
      if (by === 0 || count === 0) return
      const onPress = () => {
        const along = followers(store.read(), moved)
        if (shiftDays(room.doc, along, by)) announce(t('along.done', { count: along.length }))
      }
      const key = toast({
        text: t('along.question', { count }),
        action: { label: t('along.move'), onPress },
      })
      open.current = { ids, by, key }
    },
    [room, store, announce, t],
  )
}

/** What waits for any of the cards, has days, and is not finished or put away. */
function followers({ cards, columns }: Board, moved: readonly string[]): string[] {
  const done = new Set(columns.filter((column) => column.done).map((column) => column.id))
  const relations = readRelations(cards)
  const waiting = new Set(moved.flatMap((id) => waitingFor(relations, id)))
  return [...waiting].filter((other) => {
    const card = moved.includes(other) ? undefined : cards.get(other)
    const isOpen = card && card.archivedAt === null && !card.isTemplate && !done.has(card.column)
    return isOpen && spanOf(card) !== null
  })
}
