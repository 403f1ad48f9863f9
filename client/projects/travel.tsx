import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { codeOf } from '../api/request-failed'
import { onUploadsLeft } from '../files/upload-keeper'
import { listKeptComments } from '../offline/kept-comments'
import { keptFilesLimitMb } from '../offline/kept-files'
import { listUploads } from '../offline/kept-uploads'
import { usePinned } from '../offline/pinned'
import { waitingKey } from '../offline/waiting-key'
import { useSyncIdentity } from '../sync/sync-identity'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import { templatesQuery } from './my-docs'
import { projectPageQuery } from './project-records'
import { sendFresh, sendUnstored } from './send-fresh'
import { type Luggage, type Traveller, takeAlong, wantedOf } from './take-along'

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
      <TakeAlong pinned={pinned} traveller={traveller} />
    </>
  )
}

/** Asked again whenever the server is back, as every query is. */
function SendWhatWaits({ traveller: { who } }: { traveller: Traveller }) {
  const { t } = useTranslation('files')
  const refusalText = useRefusalText()
  const { t: offline } = useTranslation('offline')
  const queries = useQueryClient()
  const refuse = (text: string) => toast({ text, tone: 'danger' })
  const renew = (docId: string) => {
    for (const kind of ['comments', 'kept-comments']) {
      void queries.invalidateQueries({ queryKey: [kind, docId] })
    }
  }
  useQuery({
    queryKey: waitingKey(who.personId),
    queryFn: async () => {
      await sendFresh(who)
      await sendUnstored(who)
      if ((await listKeptComments(who)).length > 0) {
        const { sendKeptComments } = await import('../comments/send-kept-comments')
        await sendKeptComments(who, {
          onSent: ({ docId }) => renew(docId),
          onRefused: ({ docId }, error) => {
            renew(docId)
            refuse(offline('comment.refusedElsewhere', { why: refusalText(error) }))
          },
        })
      }
      if ((await listUploads(who)).length > 0) {
        const { sendKeptFiles } = await import('../files/send-kept')
        await sendKeptFiles(who, ({ name }, error) =>
          refuse(t('left.refused', { name, why: refusalText(error) })),
        )
      }
      return null
    },
    retry: true,
    retryDelay: tryAgainMs,
  })
  useEffect(() => {
    const again = () => void queries.invalidateQueries({ queryKey: waitingKey(who.personId) })
    return onUploadsLeft(again)
  }, [queries, who.personId])
  return null
}

function TakeAlong({ pinned, traveller }: { pinned: string[]; traveller: Traveller }) {
  const { t } = useTranslation('projects')
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
    if (leftOut) toast({ text: t('pin.leftOut', { count: leftOut, limit: keptFilesLimitMb }) })
  }, [leftOut, t])
  return null
}

/** While another is asked for, the last answer is the answer. */
function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value)
  if (value !== undefined && value !== last) setLast(value)
  return last
}
