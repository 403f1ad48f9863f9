import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useMe } from '../access/session'
import { codeOf } from '../api/request-failed'
import { usePinned } from '../offline/pinned'
import { useSyncIdentity } from '../sync/sync-identity'
import { useProjectPage } from './project-records'
import { sendFresh, sendUnstored } from './send-fresh'
import { type Traveller, takeAlong, wantedOf } from './take-along'
import { waitingKey } from './waiting-key'

/** How long what waits on this device waits for another try. */
const tryAgainMs = 5_000

/** Draws nothing: keeps pinned projects on this device, and sends what was written there. */
export function Travel() {
  const { id, name, colour } = useMe()
  const who = useSyncIdentity()
  const { pinned } = usePinned()
  const traveller = useMemo(
    () => (who ? { who, me: { id, name, colour } } : null),
    [who, id, name, colour],
  )
  if (!traveller) return null
  return (
    <>
      <SendWhatWaits traveller={traveller} />
      {pinned.map((projectId) => (
        <TakeAlong key={projectId} projectId={projectId} traveller={traveller} />
      ))}
    </>
  )
}

/** Asked again whenever the server is back, as every query is. */
function SendWhatWaits({ traveller: { who } }: { traveller: Traveller }) {
  useQuery({
    queryKey: waitingKey(who.personId),
    queryFn: async () => {
      await sendFresh(who)
      await sendUnstored(who)
      return null
    },
    retry: true,
    retryDelay: tryAgainMs,
  })
  return null
}

function TakeAlong({ projectId, traveller }: { projectId: string; traveller: Traveller }) {
  const { data: page, error } = useProjectPage(projectId)
  const isGone = error?.code === 'not-found'
  const wanted = isGone ? [] : page && wantedOf(page)
  useQuery({
    queryKey: ['taking', projectId, wanted],
    queryFn: async () => {
      await takeAlong(projectId, wanted ?? [], traveller)
      return null
    },
    enabled: wanted !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: (_, failure) => codeOf(failure) === 'unreachable',
    retryDelay: tryAgainMs,
  })
  return null
}
