import type { Column } from '@atelier/shared/boards/board'
import { CircleCheck, TriangleAlert } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** Whether more cards lie in the column than it was meant for. */
export const isAboveLimit = ({ limit, cards }: Pick<Column, 'limit' | 'cards'>): boolean =>
  limit !== null && cards.length > limit

/** How many cards lie in a column, of how many it was meant for, and what they are estimated at. */
export function ColumnCount({ column }: { column: Column }) {
  const { t } = useTranslation('board-columns')
  const { limit, cards } = column
  const points = useMemo(() => pointsOf(column), [column])
  const isAbove = isAboveLimit(column)
  return (
    <span className="board-count">
      <span aria-hidden data-above={isAbove || undefined}>
        {isAbove && <TriangleAlert size={13} />}
        {limit === null ? cards.length : `${cards.length} / ${limit}`}
      </span>
      {points > 0 && (
        <span className="board-points">
          <span aria-hidden>{t('points', { count: points })}</span>
          <span className="sr-only">{t('pointsInFull', { count: points })}</span>
        </span>
      )}
      {column.done && (
        <span className="board-done-mark" title={t('done.is')}>
          <CircleCheck aria-hidden size={14} />
          <span className="sr-only">{t('done.is')}</span>
        </span>
      )}
    </span>
  )
}

const pointsOf = ({ cards }: Column): number => {
  const sum = cards.reduce((points, card) => points + (card.estimate ?? 0), 0)
  return Math.round(sum * 100) / 100
}

/** What a screen reader calls the column's list. */
export function useColumnWords(column: Column): string {
  const { t } = useTranslation('boards')
  const { t: words } = useTranslation('board-columns')
  const { limit } = column
  const name = column.name || t('column.unnamed')
  const count = column.cards.length
  if (limit === null) return t('column.cards', { name, count })
  return words(isAboveLimit(column) ? 'limit.above' : 'limit.within', { name, count, limit })
}
