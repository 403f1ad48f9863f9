/** What the server knows of what was published out of journals in a project, and how it is published and withdrawn. */
import type { NewPublication, Publications } from '@atelier/shared/publications/publication'
import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'
import { useChange } from '../api/use-change'
import { useLiveQuery } from '../api/use-live-query'

const publications = api.projects[':id'].publications
const own = api.me.publications[':publicationId']

const keyOf = (projectId: string): LiveKey => ['publications', projectId]

export const usePublications = (projectId: string) =>
  useLiveQuery(
    keyOf(projectId),
    (): Promise<Publications> => ask(publications.$get({ param: { id: projectId } })),
  )

export type Offer = NewPublication & { projectId: string }

export const usePublish = (done: () => void) =>
  useChange(
    ({ projectId, ...json }: Offer) => ask(publications.$post({ param: { id: projectId }, json })),
    { done },
  )

export const useWithdraw = (projectId: string, done: () => void) =>
  useChange((publicationId: string) => ask(own.$delete({ param: { publicationId } })), {
    renews: [keyOf(projectId)],
    done,
  })
