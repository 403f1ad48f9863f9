import type { Card } from '@atelier/shared/boards/card'
import { isTurned } from '@atelier/shared/boards/span'
import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../i18n/use-today'
import { useBoardPart } from '../board-context'
import { useDayWords } from './day-words'
import type { TimedCard } from './timed-cards'

export type CardTone = 'done' | 'overdue' | 'plain'

export function toneOf(
  { card, isDone }: Pick<TimedCard, 'card' | 'isDone'>,
  today: string,
): CardTone {
  if (isDone) return 'done'
  return card.due !== null && card.due < today ? 'overdue' : 'plain'
}

/** The colours of a card's first label, for its bar; none where it has no label. */
export function useCardColours(card: Card): CSSProperties {
  const colour = useBoardPart(
    (board) => board.labels.find(({ id }) => id === card.labels[0])?.colour ?? null,
  )
  if (colour === null) return {}
  return {
    '--bar': `var(--person-${colour})`,
    '--bar-tint': `var(--person-${colour}-tint)`,
  } as CSSProperties
}

/** A card in a few words: its title, its days, and what is remarkable about them. */
export function useCardWords(): (timed: TimedCard, isChosen?: boolean) => string {
  const { t } = useTranslation('board-time')
  const words = useDayWords()
  const today = useToday()
  return (timed, isChosen) => {
    const { card, span } = timed
    const tone = toneOf(timed, today)
    const days = { start: words.long(span.from), due: words.long(span.to) }
    const parts = [card.title || t('untitled')]
    if (isTurned(card)) parts.push(t('card.turned', { start: days.due, due: days.start }))
    else if (card.due === null) parts.push(t('card.starts', days))
    else
      parts.push(t(card.start === null || card.start === card.due ? 'card.due' : 'card.span', days))
    if (tone !== 'plain') parts.push(t(`card.${tone}`))
    if (isChosen) parts.push(t('card.chosen'))
    return parts.join(', ')
  }
}
