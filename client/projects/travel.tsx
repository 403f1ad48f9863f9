import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { codeOf } from '../api/request-failed'
import { keptFilesLimitMb } from '../offline/kept-files'
import { usePinned } from '../offline/pinned'
import { useSyncIdentity } from '../sync/sync-identity'
import { toast } from '../ui/toast'
import { templatesQuery } from './my-docs'
import { projectPageQuery } from './project-records'
import { SendWhatWaits } from './send-what-waits'
import { type Luggage, type Traveller, takeAlong, wantedOf } from './take-along'

/** How long it waits before it asks a server that is away once more. */
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
      <SendWhatWaits who={traveller.who} />
      <TakeAlong pinned={pinned} traveller={traveller} />
    </>
  )
}

function TakeAlong({ pinned, traveller }: { pinned: string[]; traveller: Traveller }) {
  const { t } = useTranslation('pin')
  const pages = useQueries({ queries: pinned.map(projectPageQuery) })
  // Docs are begun from them without a network, too.
  const templates = useQueries({ queries: pinned.map(templatesQuery) })
  const luggage = pages.map(({ data, error }, nth): Luggage => {
    const isGone = error?.code === 'not-found'
    return { projectId: pinned[nth] ?? '', wanted: isGone ? [] : data ? wantedOf(data) : null }
  })
  const { data: taken } = useQuery({
    queryKey: ['taking', luggage],
    queryFn: () => takeAlong(luggage, traveller),
    enabled: templates.every(({ isPending }) => !isPending),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: (_, failure) => codeOf(failure) === 'unreachable',
    retryDelay: tryAgainMs,
  })
  const leftOut = useLast(taken?.leftOut)
  useEffect(() => {
    if (leftOut) toast({ text: t('leftOut', { count: leftOut, limit: keptFilesLimitMb }) })
  }, [leftOut, t])
  return null
}

/** While another is asked for, the last answer is the answer. */
function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value)
  if (value !== undefined && value !== last) setLast(value)
  return last
}
