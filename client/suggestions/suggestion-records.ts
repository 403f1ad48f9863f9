/** Forks of a doc as the server knows them, and what one does with them. */
import type { DecisionMade, OpenFork } from '@atelier/shared/suggestions/suggestion-contract'
import { api, ask } from '../api/api'
import { useLiveQuery } from '../api/use-live-query'

const routes = api.docs[':id'].suggestions

const askForks = (id: string): Promise<OpenFork[]> => ask(routes.$get({ param: { id } }))

export const useOpenForks = (docId: string, enabled = true) =>
  useLiveQuery(['suggestions', docId], () => askForks(docId), enabled)

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
