/** Marking shows at once, waits on this device while there is no network, and is sent when there is one. */
import type { InboxCount, InboxItem } from '@atelier/shared/inbox/inbox'
import {
  type InfiniteData,
  type QueryClient,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useMe } from '../access/session'
import { codeOf } from '../api/request-failed'
import { reportKeeping } from '../offline/kept-records'
import { finalRefusal } from '../offline/kept-uploads'
import { useSyncIdentity } from '../sync/sync-identity'
import { countKey, inboxKey, itemsKey, type SeenPage, sendMark } from './inbox-records'
import {
  asMarked,
  changeMarks,
  type Marks,
  moreUnread,
  readMarks,
  withMarks,
  withoutSent,
} from './kept-marks'

const none: Marks = {}
const marksKey = (personId: string) => ['inbox-marks', personId]
const sendingKey = (personId: string) => ['inbox-marks', personId, 'sending']
const tryAgainMs = 5_000
/** The server takes so many at once. */
const mostAtOnce = 200

export function useMarks(): Marks {
  const who = useSyncIdentity()
  const queries = useQueryClient()
  const queryKey = marksKey(useMe().id)
  const { data = none } = useQuery({
    queryKey,
    queryFn: async () => {
      const kept = who ? ((await readMarks(who).catch(reportKeeping)) ?? none) : none
      // What was marked while the device was asked.
      return { ...kept, ...queries.getQueryData<Marks>(queryKey) }
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}

function useChangeMarks() {
  const who = useSyncIdentity()
  const { id } = useMe()
  const queries = useQueryClient()
  return async (change: (before: Marks) => Marks) => {
    queries.setQueryData<Marks>(marksKey(id), (before = none) => change(before))
    if (who) await changeMarks(who, change).catch(reportKeeping)
  }
}

export function useMark() {
  const { id } = useMe()
  const queries = useQueryClient()
  const change = useChangeMarks()
  return async (items: readonly { id: string; isRead: boolean }[], read: boolean) => {
    await change((before) => withMarks(before, items, read))
    void queries.invalidateQueries({ queryKey: sendingKey(id) })
  }
}

/** Once, in the shell. */
export function useSendMarks(): void {
  const { id } = useMe()
  const queries = useQueryClient()
  const marks = useMarks()
  const change = useChangeMarks()
  useQuery({
    queryKey: sendingKey(id),
    queryFn: async () => {
      const sent = queries.getQueryData<Marks>(marksKey(id)) ?? none
      if (Object.keys(sent).length === 0) return null
      const from = Date.now()
      try {
        await sendAll(sent, id)
        show(queries, sent, from)
      } catch (error) {
        if (!finalRefusal(error)) throw error
        console.error('What was marked in the inbox was refused.', error)
      }
      await change((before) => withoutSent(before, sent))
      await queries.invalidateQueries({ queryKey: inboxKey })
      return null
    },
    enabled: Object.keys(marks).length > 0,
    retry: (_, error) => codeOf(error) !== 'signed-out',
    retryDelay: tryAgainMs,
    gcTime: 0,
  })
}

async function sendAll(marks: Marks, personId: string): Promise<void> {
  for (const read of [true, false]) {
    const ids = Object.keys(marks).filter((id) => marks[id]?.read === read)
    for (let at = 0; at < ids.length; at += mostAtOnce) {
      await sendMark({ ids: ids.slice(at, at + mostAtOnce), read }, personId)
    }
  }
}

/** What the server has taken is so, also before it is asked again. */
function show(queries: QueryClient, sent: Marks, from: number): void {
  if ((queries.getQueryState(countKey)?.dataUpdatedAt ?? from) < from) {
    queries.setQueryData<InboxCount>(
      countKey,
      (before) => before && { unread: Math.max(0, before.unread + moreUnread(sent)) },
    )
  }
  const marked = (item: InboxItem) => asMarked(item, sent)
  for (const kind of ['all', 'unread'] as const) {
    queries.setQueryData<InfiniteData<SeenPage>>(
      itemsKey(kind),
      (before) =>
        before && {
          ...before,
          pages: before.pages.map((page) => ({ ...page, items: page.items.map(marked) })),
        },
    )
  }
}
