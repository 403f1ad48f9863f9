import type { Card } from '@atelier/shared/boards/card'
import { type Days, spanOf } from '@atelier/shared/boards/span'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from './day-words'

/** When a card is now, as a sentence. */
export function useMovedWords(): (card: Card, days: Days) => string {
  const { t } = useTranslation('board-time')
  const words = useDayWords()
  return useCallback(
    (card, days) => {
      const title = card.title || t('untitled')
      const span = spanOf(days)
      if (!span) return t('moved.undated', { title })
      const when = { title, day: words.long(span.to), from: words.long(span.from) }
      return t(span.from === span.to ? 'moved.day' : 'moved.span', when)
    },
    [t, words],
  )
}
