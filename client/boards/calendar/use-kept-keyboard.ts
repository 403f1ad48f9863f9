import { type FocusEvent, useCallback, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'
import type { TimedCards } from '../time/timed-cards'
import { timedAt } from '../time/use-day-keys'
import { useMovedWords } from '../time/use-moved-words'
import { dayOf, focusNear, focusTimed } from './focus-day'

type Held = { element: HTMLElement; card: string | null; day: number | null }

/**
 * A card that others put on another day is drawn anew there, and keeps the keyboard. Where it is out of
 * sight the day it was on gets it, and where the card went is said. `onDay` hears which day that is.
 */
export function useKeptKeyboard({ dated, undated }: TimedCards, onDay: (day: number) => void) {
  const { store, announce } = useDesk()
  const { t } = useTranslation('board-time')
  const movedWords = useMovedWords()
  const held = useRef<Held | null>(null)
  const say = (id: string) => {
    const card = store.read().cards.get(id)
    if (!card) return
    const isThere = [...dated, ...undated].some((timed) => timed.card.id === id)
    const gone = t('calendar.gone', { title: card.title || t('untitled') })
    announce(isThere ? movedWords(card, card) : gone)
  }
  useLayoutEffect(() => {
    const was = held.current
    if (!was || was.element.isConnected) return
    held.current = null
    // Whoever took it away may have put the keyboard elsewhere already.
    if (document.activeElement !== document.body) return
    const { card, day: near } = was
    if (card === null && near === null) return
    const isSeen =
      card !== null && focusTimed(card, { near, isMenu: was.element.matches('.time-more') })
    if (!isSeen) focusNear(near)
    const there = document.activeElement
    queueMicrotask(() => {
      // Who moved the card or turned the page themselves has gone on from here, and has heard where to.
      if (document.activeElement !== there) return
      const day = dayOf(there)
      if (day !== null) onDay(day)
      if (!isSeen && card !== null) say(card)
    })
  })
  const onFocus = useCallback(({ target }: FocusEvent<HTMLElement>) => {
    held.current = { element: target, card: timedAt(target), day: dayOf(target) }
  }, [])
  const onBlur = useCallback(({ target }: FocusEvent<HTMLElement>) => {
    // A window of the desktop that goes to the back keeps its keyboard.
    if (document.activeElement !== target) held.current = null
  }, [])
  return { onFocus, onBlur }
}
