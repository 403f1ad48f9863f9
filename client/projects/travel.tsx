import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useMe } from '../access/session'
import { usePinned } from '../offline/pinned'
import { useSyncIdentity } from '../sync/sync-identity'
import { useProjectPage } from './project-records'
import { sendFresh, sendUnstored } from './send-fresh'
import { type Traveller, takeAlong } from './take-along'

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
    queryKey: ['waiting', who.personId],
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
  const { data: page } = useProjectPage(projectId)
  useEffect(() => {
    if (!page) return
    takeAlong(page, traveller).catch((error: unknown) => {
      console.warn('A project could not be brought onto this device; it is tried again.', error)
    })
  }, [page, traveller])
  return null
}
