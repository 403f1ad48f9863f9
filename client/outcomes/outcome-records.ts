/** What the server knows about a project's outcomes. */
import type { Outcomes } from '@atelier/shared/outcomes/outcome'
import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'
import { useLiveQuery } from '../api/use-live-query'

const keyOf = (projectId: string): LiveKey => ['outcomes', projectId]

const askOutcomes = (id: string): Promise<Outcomes> =>
  ask(api.projects[':id'].outcomes.$get({ param: { id } }))

/** Without a network, as they were last. Without an id it waits. */
export const useOutcomes = (projectId: string | undefined) =>
  useLiveQuery(keyOf(projectId ?? ''), () => askOutcomes(projectId ?? ''), projectId !== undefined)
