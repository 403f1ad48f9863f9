import { latePart } from '../../offline/late-part'
import { Loading, Skeleton } from '../../ui/skeleton'

const waiting = (
  <Loading className="p-5">
    <Skeleton className="h-64 w-full" />
  </Loading>
)

/** A phone that begins with the list need not fetch it. */
export const CanvasPart = latePart(
  async () => (await import('../canvas/wall-canvas')).WallCanvas,
  waiting,
)

/** Of a workshop that has ended. */
export const ResultsPart = latePart(
  async () => (await import('../results/results-screen')).ResultsScreen,
  waiting,
)
