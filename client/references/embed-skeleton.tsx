import { Loading, Skeleton } from '../ui/skeleton'

export const EmbedSkeleton = () => (
  <Loading className="space-y-3 p-4">
    <Skeleton className="h-4 w-40" />
    <Skeleton className="h-8 w-full" />
    <Skeleton className="h-8 w-full" />
  </Loading>
)
