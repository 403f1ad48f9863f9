import type { BoardPlaces } from '@atelier/shared/boards/move-card'
import type { ProjectPage } from '@atelier/shared/projects/project'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../api/api'
import { useLiveQuery } from '../../api/use-live-query'

/** A board of the project and a column of it: the first ones until somebody chooses. */
export function useBoardChoice(projectId: string) {
  const [wished, setWished] = useState<{ board: string | null; column: string | null }>({
    ...{ board: null, column: null },
  })
  const { data: project } = useLiveQuery(
    ['project', projectId],
    (): Promise<ProjectPage> => ask(api.projects[':id'].$get({ param: { id: projectId } })),
  )
  const boards = project?.boards
  const boardId = boards?.find(({ id }) => id === wished.board)?.id ?? boards?.[0]?.id ?? null
  const columns = useColumnsOf(boardId)
  const column = columns.find(({ id }) => id === wished.column)?.id ?? columns[0]?.id ?? null
  return {
    ...{ boards, boardId, columns, column },
    chooseBoard: (board: string) => setWished({ board, column: null }),
    chooseColumn: (chosen: string) => setWished({ ...wished, column: chosen }),
  }
}

function useColumnsOf(boardId: string | null): BoardPlaces['columns'] {
  const { data } = useQuery({
    queryKey: ['board-places', boardId],
    queryFn: (): Promise<BoardPlaces> =>
      ask(api.boards[':id'].columns.$get({ param: { id: boardId ?? '' } })),
    enabled: boardId !== null,
    staleTime: 0,
  })
  return data?.columns ?? []
}
