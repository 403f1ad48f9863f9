import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../api/api'

/** Asked whenever somebody looks: others may have written on it meanwhile. */
export function useMayUndoImport(boardId: string, isAsked: boolean): boolean {
  const { data } = useQuery({
    queryKey: ['board-import', boardId],
    queryFn: () => ask(api.boards[':id'].import.$get({ param: { id: boardId } })),
    enabled: isAsked,
    staleTime: 0,
  })
  return data?.mayUndo === true
}
