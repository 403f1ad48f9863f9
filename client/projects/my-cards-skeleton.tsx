import { cardClass } from '../ui/card'
import { classNames } from '../ui/class-names'
import { Loading, Skeleton } from '../ui/skeleton'

export const MyCardsSkeleton = () => (
  <Loading className={classNames(cardClass, 'mb-10 space-y-4 px-5 py-4')}>
    <Skeleton className="h-6 w-32" />
    <Skeleton className="h-4 w-2/3" />
    <Skeleton className="h-4 w-1/2" />
  </Loading>
)
