/** Forks of a doc, or of a section of a journal, as the server knows them, and what one does with them. */
import type {
  DecidedPage,
  DecidedSuggestion,
  DecisionMade,
  OpenFork,
} from '@atelier/shared/suggestions/suggestion-contract'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import { useLiveQuery } from '../api/use-live-query'

/** What is suggested in. */
export type ForkedRoom = { kind: 'doc' | 'section'; id: string }

const routesOf = ({ kind }: ForkedRoom) =>
  kind === 'doc' ? api.docs[':id'].suggestions : api.sections[':id'].suggestions

/** Of a journal this device keeps nothing: it has a name of its own. */
export const suggestionsKey = ({ kind, id }: ForkedRoom) =>
  [kind === 'doc' ? 'suggestions' : 'section-suggestions', id] as const

/** Of its own room. */
export const forkRoom = ({ kind }: ForkedRoom, forkId: string): RoomName =>
  roomName(kind === 'doc' ? 'suggestion' : 'section-suggestion', forkId)

const askForks = (home: ForkedRoom): Promise<OpenFork[]> =>
  ask(routesOf(home).$get({ param: { id: home.id } }))

export const useOpenForks = (home: ForkedRoom, enabled = true) =>
  useLiveQuery(suggestionsKey(home), () => askForks(home), enabled)

const askDecided = (home: ForkedRoom, after: string | null): Promise<DecidedPage> =>
  ask(
    routesOf(home).decided.$get({ param: { id: home.id }, query: after === null ? {} : { after } }),
  )

/** The newest first, as many pages as were asked for; whatever makes open ones old makes these old, too. */
export const useDecided = (home: ForkedRoom) =>
  useInfiniteQuery({
    queryKey: [...suggestionsKey(home), 'decided'],
    queryFn: ({ pageParam }) => askDecided(home, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }): DecidedSuggestion[] => pages.flatMap(({ decided }) => decided),
    staleTime: 0,
  })

export const beginFork = (home: ForkedRoom): Promise<{ id: string }> =>
  ask(routesOf(home).$post({ param: { id: home.id } }))

export const withdrawFork = (home: ForkedRoom, suggestionId: string): Promise<undefined> =>
  ask(routesOf(home)[':suggestionId'].$delete({ param: { id: home.id, suggestionId } }))

export const sendDecision = (
  home: ForkedRoom,
  suggestionId: string,
  json: { keys: string[]; accept: boolean },
): Promise<DecisionMade> =>
  ask(
    routesOf(home)[':suggestionId'].decisions.$post({ param: { id: home.id, suggestionId }, json }),
  )

export const sendUndo = (
  home: ForkedRoom,
  suggestionId: string,
  batchId: string,
): Promise<undefined> =>
  ask(
    routesOf(home)[':suggestionId'].decisions[':batchId'].undo.$post({
      param: { id: home.id, suggestionId, batchId },
    }),
  )
