import type { Card } from '@atelier/shared/boards/card'
import { shiftDays } from '@atelier/shared/boards/day-edits'
import { setDays, setDue } from '@atelier/shared/boards/fact-edits'
import { type Days, dayAt, spanOf } from '@atelier/shared/boards/span'
import { useMemo } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'
import { actsOn } from '../card-selection'
import { useDayWords } from './day-words'
import { useOffer } from './use-set-days'

/** Days of a card, and of all that are chosen with it: one edit, one sentence, one offer to take along what waits. */
export function useManyDays(onMoved: (id: string, days: Days) => void) {
  const { room, store, selection, announce } = useDesk()
  const { t } = useTranslation('board-time')
  const words = useDayWords()
  const offer = useOffer()
  return useMemo(() => {
    const those = (id: string, fits: (card: Card) => boolean): string[] => {
      const { cards, columns } = store.read()
      return actsOn(selection, columns, id).filter((one) => {
        const card = cards.get(one)
        return card !== undefined && fits(card)
      })
    }
    const say = (id: string, count: number) => {
      const card = store.read().cards.get(id)
      if (!card) return
      const span = spanOf(card)
      const title = card.title || t('untitled')
      const when = span && { title, day: words.long(span.to), from: words.long(span.from) }
      const said = when
        ? t(span.from === span.to ? 'moved.day' : 'moved.span', when)
        : t('moved.undated', { title })
      announce(count > 1 ? t('moved.more', { said, count: count - 1 }) : said)
    }
    /** The cards are drawn anew elsewhere; only then can one of them take the focus. */
    const write = (id: string, ids: readonly string[], edit: () => boolean): boolean => {
      if (!flushSync(edit)) return false
      const card = store.read().cards.get(id)
      if (card) onMoved(id, card)
      say(id, ids.length)
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
  }, [room, store, selection, announce, t, words, offer, onMoved])
}
