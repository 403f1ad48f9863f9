/** What the server knows of journals beside their text. */
import type {
  AskEntries,
  Entry,
  EntryPage,
  FoundEntry,
  Mood,
  SectionPast,
} from '@atelier/shared/journals/journal'
import type { OwnPrompts } from '@atelier/shared/journals/prompt-contract'
import type { Timeline } from '@atelier/shared/journals/timeline'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'
import type { RequestFailed } from '../api/request-failed'
import { useLiveQuery } from '../api/use-live-query'
import { isoDay, nearest } from './journal-days'
import { ownOrKept } from './own-or-kept'

export const entryRoutes = api.journals.entries[':id']
export const sectionRoutes = entryRoutes.sections[':sectionId']

export const entryKey = (id: string) => ['journals', 'entry', id] as const

export const useEntry = (id: string) =>
  useLiveQuery(entryKey(id), () =>
    ownOrKept(
      entryKey(id),
      (): Promise<Entry> => ask(entryRoutes.$get({ param: { id } })),
      (entry, personId) => (entry.authorId === personId ? entry : null),
    ),
  )

export const useMood = (id: string) =>
  useLiveQuery(
    ['journals', 'mood', id],
    (): Promise<Mood> => ask(entryRoutes.mood.$get({ param: { id } })),
  )

/** As it is now: nobody is told when somebody opens a section, and nothing older may be said of it. */
export const usePast = (id: string, sectionId: string) =>
  useQuery<SectionPast, RequestFailed>({
    queryKey: ['journals', 'past', sectionId],
    queryFn: () => ask(sectionRoutes.past.$get({ param: { id, sectionId } })),
    staleTime: 0,
    gcTime: 0,
  })

export const useTimeline = (since: string | null) =>
  useLiveQuery(
    ['journals', 'timeline', since ?? 'all'],
    (): Promise<Timeline> =>
      ask(api.journals.timeline.$get({ query: since === null ? {} : { since } })),
  )

/** What one has written that holds all of these words. Nothing remembers what was looked for. */
export const useFound = (words: string) =>
  useQuery<FoundEntry[], RequestFailed>({
    queryKey: ['journals', 'search', words],
    queryFn: () => ask(api.journals.search.$post({ json: { q: words } })),
    gcTime: 0,
  })

export const useOwnPrompts = () =>
  useLiveQuery(['journals', 'prompts'], (): Promise<OwnPrompts> => ask(api.me.prompts.$get()))

/** The latest first, a page at a time. */
export function useEntries(wish: Omit<AskEntries, 'before'>) {
  const queryKey = ['journals', 'entries', ...Object.entries(wish).map(String)] as const
  const askPage = (before: string | null): Promise<EntryPage> =>
    ask(api.journals.entries.$get({ query: { ...wish, ...(before !== null && { before }) } }))
  return useInfiniteQuery<EntryPage, RequestFailed, EntryPage[], LiveKey, string | null>({
    queryKey,
    queryFn: ({ pageParam }) =>
      pageParam === null ? ownOrKept(queryKey, () => askPage(null), ownOfPage) : askPage(pageParam),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages,
  })
}

const ownOfPage = ({ entries, next }: EntryPage, personId: string): EntryPage => ({
  ...{ entries: entries.filter(({ authorId }) => authorId === personId), next },
})

/** One's own entry nearest to a day, within so many of it; null for none. */
export const useEntryAround = (day: string, withinDays: number) =>
  useLiveQuery(['journals', 'around', day], async (): Promise<Entry | null> => {
    const before = `${isoDay(day, withinDays + 1)}_00000000-0000-0000-0000-000000000000`
    const { entries } = await ask(api.journals.entries.$get({ query: { whose: 'mine', before } }))
    return nearest(entries, day, withinDays)
  })
