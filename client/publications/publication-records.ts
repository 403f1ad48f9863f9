/** What the server knows of what was published out of journals in a project, and how it is published and withdrawn. */
import type {
  NewPublication,
  OwnPublications,
  Publications,
} from '@atelier/shared/publications/publication'
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

/** What one has published oneself, also what is withdrawn. */
export const useOwnPublications = () =>
  useLiveQuery(['my-publications'], (): Promise<OwnPublications> => ask(api.me.publications.$get()))

export type Offer = NewPublication & { projectId: string }

export const usePublish = (done: () => void) =>
  useChange(
    ({ projectId, ...json }: Offer) => ask(publications.$post({ param: { id: projectId }, json })),
    { renews: [['my-publications']], done },
  )

/** From a project one reads, or from one's own list alone. */
export const useWithdraw = (projectId: string | null, done: () => void) =>
  useChange((publicationId: string) => ask(own.$delete({ param: { publicationId } })), {
    renews: [...(projectId === null ? [] : [keyOf(projectId)]), ['my-publications']],
    done,
  })
