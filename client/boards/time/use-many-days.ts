import type { Card } from '@atelier/shared/boards/card'
import { shiftDays } from '@atelier/shared/boards/day-edits'
import { setDays, setDue } from '@atelier/shared/boards/fact-edits'
import { type Days, dayAt, spanOf } from '@atelier/shared/boards/span'
import { useMemo } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'
import { actsOn } from '../card-selection'
import { useMovedWords } from './use-moved-words'
import { useOffer } from './use-set-days'

/** Days of a card, and of all that are chosen with it: one edit, one sentence, one offer to take along what waits. */
export function useManyDays(onMoved: (id: string, days: Days) => void) {
  const { room, store, selection, announce } = useDesk()
  const { t } = useTranslation('board-time')
  const movedWords = useMovedWords()
  const offer = useOffer()
  return useMemo(() => {
    const those = (id: string, fits: (card: Card) => boolean): string[] => {
      const { cards, columns } = store.read()
      return actsOn(selection, columns, id).filter((one) => {
        const card = cards.get(one)
        return card !== undefined && fits(card)
      })
    }
    /** The cards are drawn anew elsewhere; only then can one of them take the focus. */
    const write = (id: string, ids: readonly string[], edit: () => boolean): boolean => {
      if (!flushSync(edit)) return false
      const card = store.read().cards.get(id)
      if (!card) return true
      onMoved(id, card)
      const said = movedWords(card, card)
      announce(ids.length > 1 ? t('moved.more', { said, count: ids.length - 1 }) : said)
      return true
    }
    return {
      move(id: string, by: number) {
        const ids = those(id, (card) => spanOf(card) !== null)
        if (by !== 0 && write(id, ids, () => shiftDays(room.doc, ids, by))) offer(ids, by)
      },
      put(id: string, day: number) {
        const ids = those(id, (card) => spanOf(card) === null)
        write(id, ids, () => setDue(room.doc, ids, dayAt(day)))
      },
      clear(id: string) {
        const ids = those(id, (card) => spanOf(card) !== null)
        write(id, ids, () => setDays(room.doc, ids, { start: null, due: null }))
      },
    }
  }, [room, store, selection, announce, t, movedWords, offer, onMoved])
}
