import type { Outcome } from '@atelier/shared/outcomes/outcome'
import type { PersonCard } from '@atelier/shared/people/person'
import type { BoardPage } from '@atelier/shared/projects/project'
import { useOutcomes } from '../outcomes/outcome-records'
import { useBoardFacts, useProjectPage } from '../projects/project-records'

const nobody: readonly PersonCard[] = []
const none: readonly Outcome[] = []

/** What the server knows about the board, and who can be given its cards, and what these can contribute to. Offline both may be missing. */
export function useBoardPage(boardId: string): {
  page: BoardPage | undefined
  people: readonly PersonCard[]
  outcomes: readonly Outcome[]
} {
  const { data: page } = useBoardFacts(boardId)
  const { data: project } = useProjectPage(page?.project.id)
  const { data: known } = useOutcomes(page?.project.id)
  return { page, people: project?.members ?? nobody, outcomes: known?.outcomes ?? none }
}
