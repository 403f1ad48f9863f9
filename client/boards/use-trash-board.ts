import { useNavigate } from '@tanstack/react-router'
import { useCan } from '../access/use-can'
import { useBoardFacts } from '../projects/project-records'
import { useBinChanges } from '../projects/use-bin-changes'
import { useBoardId } from './use-board-id'

/** Puts this board into the bin, and goes to its project; null for who may not, or where that is not known. */
export function useTrashBoard(): (() => void) | null {
  const can = useCan()
  const navigate = useNavigate()
  const boardId = useBoardId()
  const { data: page } = useBoardFacts(boardId)
  const { trash } = useBinChanges('board', page?.project.id ?? '')
  if (!page) return null
  const { id: projectId, title: _title, ...rights } = page.project
  if (!can('arrange', { kind: 'board', ...rights, trashed: page.trashed })) return null
  return () =>
    trash.mutate(
      { id: boardId, title: page.title },
      { onSuccess: () => void navigate({ to: '/projects/$projectId', params: { projectId } }) },
    )
}
