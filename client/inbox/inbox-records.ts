/** What this person is told, as the server knows it. */
import type {
  InboxCount,
  InboxItem,
  InboxPage,
  InboxSettings,
  MarkInbox,
} from '@atelier/shared/inbox/inbox'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import { asPerson } from '../api/as-person'
import type { LiveKey } from '../api/live-keys'
import type { RequestFailed } from '../api/request-failed'
import { useChange } from '../api/use-change'
import { useLiveQuery } from '../api/use-live-query'
import { orKept, orKeptSince } from '../offline/kept-answer'

export type Show = 'all' | 'unread'

export const inboxKey = ['inbox'] as const
export const countKey = ['inbox', 'unread'] as const satisfies LiveKey
const settingsKey = ['inbox', 'settings'] as const satisfies LiveKey
export const itemsKey = (show: Show) => ['inbox', 'items', show] as const satisfies LiveKey

const routes = api.me.inbox

/** `asOf` is when the server said it, where that cannot be asked now. */
export type SeenPage = InboxPage & { asOf: string | null }

const askPage = (show: Show, before: string | null): Promise<InboxPage> =>
  ask(routes.$get({ query: before === null ? { show } : { show, before } }))

/** The newest page is kept on this device, older ones are not. */
export const useInbox = (show: Show) =>
  useInfiniteQuery<SeenPage, RequestFailed, SeenPage[], LiveKey, string | null>({
    queryKey: itemsKey(show),
    queryFn: async ({ pageParam }) =>
      pageParam === null
        ? orKeptSince(itemsKey(show), () => askPage(show, null))
        : { ...(await askPage(show, pageParam)), asOf: null },
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages,
  })

export const useUnread = () =>
  useLiveQuery(countKey, () =>
    orKept(countKey, (): Promise<InboxCount> => ask(routes.unread.$get())),
  )

/** As this person, or not at all. */
export const sendMark = (mark: MarkInbox, personId: string): Promise<undefined> =>
  ask(routes.$patch({ json: mark }, asPerson(personId)))

/** All that is unread up to what was seen: what undoing has to name. */
async function listUnread(until: string): Promise<string[]> {
  const items: InboxItem[] = []
  let before: string | null = null
  do {
    const page: InboxPage = await askPage('unread', before)
    items.push(...page.items)
    before = page.next
  } while (before !== null)
  return items.filter(({ at }) => at <= until).map(({ id }) => id)
}

/** Answers which were unread. */
export const useMarkAll = (personId: string, done: (ids: string[]) => void) =>
  useChange(
    async (until: string) => {
      const ids = await listUnread(until)
      await sendMark({ all: true, read: true, until }, personId)
      return ids
    },
    { renews: [inboxKey], done },
  )

export const useInboxSettings = () =>
  useLiveQuery(settingsKey, (): Promise<InboxSettings> => ask(routes.settings.$get()))

export function useSaveInboxSettings() {
  const queries = useQueryClient()
  return useChange(
    (settings: InboxSettings) => {
      queries.setQueryData(settingsKey, settings)
      return ask(routes.settings.$put({ json: settings }))
    },
    { renews: [settingsKey] },
  )
}
