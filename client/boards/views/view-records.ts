/** The views of a board this person keeps, and what is done with them. */
import { newUuid } from '@atelier/shared/basics/uuid'
import type { BoardView } from '@atelier/shared/boards/view'
import type { SavedView, SavedViews } from '@atelier/shared/boards/view-contract'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { type FailureCode, RequestFailed } from '../../api/request-failed'
import { useLiveQuery } from '../../api/use-live-query'
import type { KeptWish } from '../../offline/kept-wishes'
import { viewsKey } from '../../offline/use-send-wishes'
import { withViewWishes } from '../../offline/wished'
import { useRefusalText } from '../../ui/refusal-text'
import { toast } from '../../ui/toast'
import { useKeptWishes, useWish } from '../own/use-wishes'

const askViews = (id: string): Promise<SavedViews> =>
  ask(api.boards[':id'].views.$get({ param: { id } }))

const none: readonly SavedView[] = []

/** The oldest first; undefined until they are known. Without a network, as they were last, with what waits on this device. */
export function useSavedViews(boardId: string): readonly SavedView[] | undefined {
  const { data, isError } = useLiveQuery(viewsKey(boardId), () => askViews(boardId))
  const kept = useKeptWishes(boardId, viewsKey(boardId))
  const known = data?.views ?? (isError ? none : undefined)
  return useMemo(() => known && kept && withViewWishes(known, kept), [known, kept])
}

/** Why this view is on this device only, in words; null where it is not, or is on its way. */
export function useWhyHere(boardId: string): (viewId: string) => string | null {
  const { t } = useTranslation('offline')
  const refusalText = useRefusalText()
  const kept = useKeptWishes(boardId, viewsKey(boardId))
  const why = (code: FailureCode) =>
    code === 'too-many' ? t('wish.full') : refusalText(new RequestFailed(code))
  return (viewId) => {
    const found = kept?.find((one) => isOf(one, viewId))
    if (found?.refused) return t('wish.notKept', { why: why(found.refused) })
    return found?.waits ? t('comment.waits') : null
  }
}

const isOf = (one: KeptWish, viewId: string) => one.what === 'view' && one.view.id === viewId

/** Keeps a view, new or as it is now. */
export function useSaveView(boardId: string): (view: SavedView) => Promise<void> {
  const wish = useWish()
  return (view) => wish({ what: 'view', boardId, view })
}

export const newView = (name: string, view: BoardView): SavedView => ({
  id: newUuid(),
  name,
  view,
  isStart: false,
})

/** Deletes at once, with a way back. */
export function useDeleteView(boardId: string): (view: SavedView) => void {
  const { t } = useTranslation('board-views')
  const { t: boards } = useTranslation('boards')
  const wish = useWish()
  const keep = useSaveView(boardId)
  return (view) => {
    void wish({ what: 'no-view', boardId, viewId: view.id })
    toast({
      text: t('saved.deleted', { name: view.name }),
      action: { label: boards('undo'), onPress: () => void keep(view) },
    })
  }
}
