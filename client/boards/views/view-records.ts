/** The views of a board this person keeps, and what is done with them. */
import { newUuid } from '@atelier/shared/basics/uuid'
import type { BoardView } from '@atelier/shared/boards/view'
import type { SavedView, SavedViews } from '@atelier/shared/boards/view-contract'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { useChange } from '../../api/use-change'
import { useLiveQuery } from '../../api/use-live-query'
import { toast } from '../../ui/toast'

const askViews = (id: string): Promise<SavedViews> =>
  ask(api.boards[':id'].views.$get({ param: { id } }))

const none: readonly SavedView[] = []

/** The oldest first; undefined until they are known. Without a network, as they were last. */
export function useSavedViews(boardId: string): readonly SavedView[] | undefined {
  const { data, isError } = useLiveQuery(['board-views', boardId], () => askViews(boardId))
  return data?.views ?? (isError ? none : undefined)
}

const send = (boardId: string, { id, ...json }: SavedView) =>
  ask(api.boards[':id'].views[':viewId'].$put({ param: { id: boardId, viewId: id }, json }))

/** Keeps a view, new or as it is now. */
export function useSaveView(boardId: string, done?: () => void) {
  return useChange((view: SavedView) => send(boardId, view), {
    renews: [['board-views', boardId]],
    done,
  })
}

export const newView = (name: string, view: BoardView): SavedView => ({
  id: newUuid(),
  name,
  view,
  isStart: false,
})

/** Deletes at once, with a way back. */
export function useDeleteView(boardId: string) {
  const { t } = useTranslation('board-views')
  const { t: boards } = useTranslation('boards')
  const { mutate: keep } = useSaveView(boardId)
  const remove = ({ id }: SavedView) =>
    ask(api.boards[':id'].views[':viewId'].$delete({ param: { id: boardId, viewId: id } }))
  const { mutate } = useChange(
    async (view: SavedView) => {
      await remove(view)
      return view
    },
    {
      renews: [['board-views', boardId]],
      done: (view) =>
        void toast({
          text: t('saved.deleted', { name: view.name }),
          action: { label: boards('undo'), onPress: () => keep(view) },
        }),
    },
  )
  return mutate
}
