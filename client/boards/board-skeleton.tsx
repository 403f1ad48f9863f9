import { useTranslation } from 'react-i18next'
import { Skeleton } from '../ui/skeleton'

const heights = [
  ['h-16', 'h-22', 'h-16', 'h-28'],
  ['h-22', 'h-16'],
  ['h-16', 'h-16', 'h-22'],
]

/** The shape of a board while it opens. */
export function BoardSkeleton() {
  const { t } = useTranslation('boards')
  return (
    <div className="board" role="status" aria-label={t('opening')}>
      <div className="board-bar">
        <Skeleton className="h-8 w-64" />
      </div>
      <div className="board-columns" aria-hidden>
        {heights.map((cards, column) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never change.
          <div className="board-column" key={column}>
            <div className="board-cards">
              {cards.map((height, card) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: they never change.
                <Skeleton key={card} className={height} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}
