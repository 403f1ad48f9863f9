import type { Card } from '@atelier/shared/boards/card'
import { Eye, MessageSquare } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCommentCount, useIsWatching } from './card-marks-context'

/** On the board: how much is said about the card, and that one watches it. */
export function CardMarks({ card }: { card: Card }) {
  const { t } = useTranslation('card-comments')
  const count = useCommentCount(card.id)
  const isWatching = useIsWatching(card)
  return (
    <>
      {count > 0 && (
        <span className="board-card-hint">
          <MessageSquare aria-hidden size={14} />
          <span aria-hidden>{count}</span>
          <span className="sr-only">{t('count', { count })}</span>
        </span>
      )}
      {isWatching && (
        <span className="board-card-hint">
          <Eye aria-hidden size={14} />
          <span className="sr-only">{t('watch.on')}</span>
        </span>
      )}
    </>
  )
}
