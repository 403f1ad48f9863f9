import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import { Skeleton } from '../ui/skeleton'

const heights = [
  ['h-16', 'h-22', 'h-16', 'h-28'],
  ['h-22', 'h-16'],
  ['h-16', 'h-16', 'h-22'],
]

/** The shape of a board while it opens. */
export function BoardSkeleton({ unreachable = false }: { unreachable?: boolean }) {
  const { t } = useTranslation('boards')
  const { t: sync } = useTranslation('sync')
  if (!unreachable) return <Shape label={t('opening')} />
  return (
    <div className="board-screen">
      <div className="board-note">
        <Banner tone="warning">{sync('unreachable')}</Banner>
      </div>
      <Shape label={t('opening')} />
    </div>
  )
}

function Shape({ label }: { label: string }) {
  return (
    <div className="board" role="status" aria-label={label}>
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
