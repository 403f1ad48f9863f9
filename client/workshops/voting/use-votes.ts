import type { Stage } from '@atelier/shared/workshops/stage'
import type { VotePage } from '@atelier/shared/workshops/vote'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { draftKey } from '../../offline/kept-drafts'
import { useSyncIdentity } from '../../sync/sync-identity'
import { useRefusalText } from '../../ui/refusal-text'
import { toast } from '../../ui/toast'
import { putVote, useVotePage } from '../results/result-records'
import { mayPass, type VoteOutbox, voteOutbox } from './vote-outbox'

export type Votes = {
  page: VotePage
  /** One's own dots as one sees them, those on their way among them. */
  mine: Readonly<Record<string, number>>
  left: number
  /** How many places have not arrived yet. */
  onTheirWay: number
  put(target: string, dots: number): void
}

/** Null until the server has said what one has. */
export function useVotes(
  workshop: Pick<WorkshopPage, 'id' | 'me'>,
  { id: stageId, closedAt }: Pick<Stage, 'id' | 'closedAt'>,
): Votes | null {
  const { data: page } = useVotePage({ workshopId: workshop.id, stageId })
  const outbox = useOutbox({ workshopId: workshop.id, stageId }, workshop.me?.id ?? '')
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.waiting)
  const isOpen = closedAt === null
  return useMemo(() => {
    if (!page) return null
    const all = { ...page.mine, ...(isOpen && waiting) }
    const mine = Object.fromEntries(Object.entries(all).filter(([, dots]) => dots > 0))
    const spent = Object.values(mine).reduce((sum, dots) => sum + dots, 0)
    return {
      ...{ page, mine, left: Math.max(0, page.budget - spent) },
      onTheirWay: isOpen ? Object.keys(waiting).length : 0,
      put: (target, dots) => outbox.put({ target, dots }),
    }
  }, [page, waiting, isOpen, outbox])
}

/** Among the drafts of who votes: they are erased together. */
const votesPlace = (seatId: string, stageId: string) => `votes:${seatId}:${stageId}`

function useOutbox(at: { workshopId: string; stageId: string }, seatId: string): VoteOutbox {
  const { workshopId, stageId } = at
  const queries = useQueryClient()
  const refusalText = useRefusalText()
  const who = useSyncIdentity()
  const outbox = useMemo(() => {
    const place = votesPlace(seatId, stageId)
    const queryKey = ['workshop-results', workshopId, 'votes', stageId]
    return voteOutbox({
      send: (vote) => putVote({ workshopId, stageId }, vote),
      comesBack: mayPass,
      onRefused(error) {
        toast({ text: refusalText(error), tone: 'danger' })
        void queries.invalidateQueries({ queryKey })
      },
      onArrived: ({ target, dots }) =>
        queries.setQueryData<VotePage>(
          queryKey,
          (page) => page && { ...page, mine: { ...page.mine, [target]: dots } },
        ),
      storage: who ? localStorage : sessionStorage,
      key: who ? draftKey(who, place) : place,
      later(work, ms) {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
    })
  }, [workshopId, stageId, seatId, who, queries, refusalText])
  useEffect(() => {
    outbox.start()
    addEventListener('online', outbox.start)
    return () => {
      removeEventListener('online', outbox.start)
      outbox.stop()
    }
  }, [outbox])
  return outbox
}
