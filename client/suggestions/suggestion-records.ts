/** Forks of a doc as the server knows them, and what one does with them. */
import type {
  DecidedPage,
  DecidedSuggestion,
  DecisionMade,
  OpenFork,
} from '@atelier/shared/suggestions/suggestion-contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import { useLiveQuery } from '../api/use-live-query'

const routes = api.docs[':id'].suggestions

const askForks = (id: string): Promise<OpenFork[]> => ask(routes.$get({ param: { id } }))

export const useOpenForks = (docId: string, enabled = true) =>
  useLiveQuery(['suggestions', docId], () => askForks(docId), enabled)

const askDecided = (id: string, after: string | null): Promise<DecidedPage> =>
  ask(routes.decided.$get({ param: { id }, query: after === null ? {} : { after } }))

/** The newest first, as many pages as were asked for; whatever makes open ones old makes these old, too. */
export const useDecided = (docId: string) =>
  useInfiniteQuery({
    queryKey: ['suggestions', docId, 'decided'],
    queryFn: ({ pageParam }) => askDecided(docId, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }): DecidedSuggestion[] => pages.flatMap(({ decided }) => decided),
    staleTime: 0,
  })

export const beginFork = (id: string): Promise<{ id: string }> =>
  ask(routes.$post({ param: { id } }))

export const withdrawFork = (id: string, suggestionId: string): Promise<undefined> =>
  ask(routes[':suggestionId'].$delete({ param: { id, suggestionId } }))

export const sendDecision = (
  id: string,
  suggestionId: string,
  json: { keys: string[]; accept: boolean },
): Promise<DecisionMade> =>
  ask(routes[':suggestionId'].decisions.$post({ param: { id, suggestionId }, json }))

export const sendUndo = (id: string, suggestionId: string, batchId: string): Promise<undefined> =>
  ask(
    routes[':suggestionId'].decisions[':batchId'].undo.$post({
      param: { id, suggestionId, batchId },
    }),
  )
