import { useTranslation } from 'react-i18next'
import { classNames } from './class-names'

/** The shape of what is coming. Size it by className: `h-4 w-40`. */
export const Skeleton = ({ className }: { className?: string }) => (
  <div aria-hidden className={classNames('breathe rounded-sm bg-hover', className)} />
)

/** Wraps skeletons and says "Loading" to screen readers once. */
export function Loading({
  children,
  className,
}: {
  children: React.ReactNode
  className?: string
}) {
  const { t } = useTranslation('ui')
  return (
    <div role="status" aria-label={t('loading')} className={className}>
      {children}
    </div>
  )
}

const ragged = ['w-full', 'w-11/12', 'w-4/5', 'w-full', 'w-2/3', 'w-5/6']

export function SkeletonLines({ lines = 3 }: { lines?: number }) {
  return (
    <div className="space-y-3">
      {ragged.slice(0, lines).map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of nothing have no other name
        <Skeleton key={line} className={classNames('h-4', width)} />
      ))}
    </div>
  )
}
