import type { PersonCard } from '@atelier/shared/people/person'
import type { RoomPage } from '@atelier/shared/projects/project'
import { api, ask } from '../api/api'
import { useLiveQuery } from '../api/use-live-query'

const nobody: readonly PersonCard[] = []

/** What the server knows about the board, and who can be given its cards. Offline both may be missing. */
export function useBoardPage(boardId: string): {
  page: RoomPage | undefined
  people: readonly PersonCard[]
} {
  const { data: page } = useLiveQuery(['room', boardId], () =>
    ask(api.boards[':id'].$get({ param: { id: boardId } })),
  )
  const projectId = page?.project.id
  const { data: project } = useLiveQuery(
    ['project', projectId ?? ''],
    () => ask(api.projects[':id'].$get({ param: { id: projectId ?? '' } })),
    projectId !== undefined,
  )
  return { page, people: project?.members ?? nobody }
}
