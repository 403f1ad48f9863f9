/** What the server knows about a project's outcomes, and what is done with them. */
import type { ChangeOutcome, NewOutcome, Outcome, Outcomes } from '@atelier/shared/outcomes/outcome'
import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'
import { useChange } from '../api/use-change'
import { useLiveQuery } from '../api/use-live-query'

export const outcomesKey = (projectId: string): LiveKey => ['outcomes', projectId]

const askOutcomes = (id: string): Promise<Outcomes> =>
  ask(api.projects[':id'].outcomes.$get({ param: { id } }))

/** Without a network, as they were last. Without an id it waits. */
export const useOutcomes = (projectId: string | undefined) =>
  useLiveQuery(
    outcomesKey(projectId ?? ''),
    () => askOutcomes(projectId ?? ''),
    projectId !== undefined,
  )

export function useAddOutcome(projectId: string, done?: () => void) {
  const add = (json: NewOutcome) =>
    ask(api.projects[':id'].outcomes.$post({ param: { id: projectId }, json }))
  return useChange(add, { renews: [outcomesKey(projectId)], ...(done && { done }) })
}

export type OutcomeChange = ChangeOutcome & Pick<Outcome, 'id'>

export const askToChange = (projectId: string, { id: outcomeId, ...json }: OutcomeChange) =>
  ask(
    api.projects[':id'].outcomes[':outcomeId'].$patch({
      param: { id: projectId, outcomeId },
      json,
    }),
  )

export function useChangeOutcome(projectId: string, done?: () => void) {
  const change = (wish: OutcomeChange) => askToChange(projectId, wish)
  return useChange(change, { renews: [outcomesKey(projectId)], ...(done && { done }) })
}
