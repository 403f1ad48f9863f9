/** What the server knows of journals beside their text, and of the mentorships they are written in. */
import type {
  AskEntries,
  Entry,
  EntryPage,
  Mood,
  SectionPast,
} from '@atelier/shared/journals/journal'
import type { Mentorship } from '@atelier/shared/mentorships/mentorship'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'
import type { RequestFailed } from '../api/request-failed'
import { useLiveQuery } from '../api/use-live-query'

export const entryRoutes = api.journals.entries[':id']
export const sectionRoutes = entryRoutes.sections[':sectionId']

export const entryKey = (id: string) => ['journals', 'entry', id] as const

export const useEntry = (id: string) =>
  useLiveQuery(entryKey(id), (): Promise<Entry> => ask(entryRoutes.$get({ param: { id } })))

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

/** All of the reader's own, of whatever state. */
export const useOwnMentorships = () =>
  useLiveQuery(
    ['journals', 'mentorships'],
    (): Promise<Mentorship[]> => ask(api.mentorships.$get()),
  )

/** The latest first, a page at a time. */
export const useEntries = (wish: Omit<AskEntries, 'before'>) =>
  useInfiniteQuery<EntryPage, RequestFailed, EntryPage[], LiveKey, string | null>({
    queryKey: ['journals', 'entries', ...Object.entries(wish).map(String)],
    queryFn: ({ pageParam }) =>
      ask(
        api.journals.entries.$get({
          query: { ...wish, ...(pageParam !== null && { before: pageParam }) },
        }),
      ),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages,
  })
