import type { PersonCard } from '@atelier/shared/people/person'
import type { RoomPage } from '@atelier/shared/projects/project'
import { useProjectPage, useRoomPage } from '../projects/project-records'

const nobody: readonly PersonCard[] = []

/** What the server knows about the board, and who can be given its cards. Offline both may be missing. */
export function useBoardPage(boardId: string): {
  page: RoomPage | undefined
  people: readonly PersonCard[]
} {
  const { data: page } = useRoomPage('board', boardId)
  const { data: project } = useProjectPage(page?.project.id)
  return { page, people: project?.members ?? nobody }
}
