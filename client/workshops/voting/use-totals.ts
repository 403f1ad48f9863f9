import type { VotePage } from '@atelier/shared/workshops/vote'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useLiveQuery } from '../../api/use-live-query'
import { askVotePage } from '../results/result-records'

/** Dots by note or group of the last vote that is closed, for a wall in their order; null while there is none. */
export function useTotals({ id: workshopId, stages }: Pick<WorkshopPage, 'id' | 'stages'>) {
  const vote = stages.findLast(({ kind, closedAt }) => kind === 'vote' && closedAt !== null)
  const at = { workshopId, stageId: vote?.id ?? '' }
  const { data } = useLiveQuery(
    ['workshop-results', workshopId, 'votes', at.stageId],
    (): Promise<VotePage> => askVotePage(at),
    vote !== undefined,
  )
  return data?.totals ?? null
}
