import type { SavedViews } from '@atelier/shared/boards/view-contract'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { codeOf } from '../api/request-failed'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import type { CopyIdentity } from './device-databases'
import type { KeptWish, Wish } from './kept-wishes'
import { sendKeptWishes } from './send-kept-wishes'
import { withViewWishes, withWatchWishes } from './wished'

/** The server's answers about a board. What waits lies under them, and is read again with them: another tab may have sent it. */
export const viewsKey = (boardId: string) => ['board-views', boardId] as const
export const watchesKey = (boardId: string) => ['watching', boardId] as const

/** Sends what waits; rejects as `sendKeptWishes` does. */
export function useSendWishes(who: CopyIdentity | null): () => Promise<void> {
  const queries = useQueryClient()
  const tellRefused = useTellRefused()
  return async () => {
    if (!who) return
    try {
      await sendKeptWishes(who, {
        onSent: (wish) => showDone(queries, wish),
        onRefused: tellRefused,
      })
    } finally {
      // Also what could not be sent reads differently: it waits now.
      await renewKept(queries)
    }
  }
}

export function useTellRefused(): (wish: Wish, error: unknown) => void {
  const { t } = useTranslation('offline')
  const refusalText = useRefusalText()
  return (wish, error) => {
    // A limit, which no waiting mends.
    const why = codeOf(error) === 'too-many' ? t('wish.full') : refusalText(error)
    const text =
      wish.what === 'view'
        ? t('wish.refusedView', { name: wish.view.name, why })
        : t(wish.what === 'watch' ? 'wish.refusedWatch' : 'wish.refusedDeletion', { why })
    toast({ text, tone: 'danger' })
  }
}

/** What the server has taken is so, also before it is asked again. */
export function showDone(queries: QueryClient, wish: Wish | KeptWish): void {
  const { boardId } = wish
  queries.setQueryData<SavedViews>(
    viewsKey(boardId),
    (before) => before && { views: [...withViewWishes(before.views, [wish])] },
  )
  queries.setQueryData<Readonly<Record<string, boolean>>>(
    watchesKey(boardId),
    (before) => before && withWatchWishes(before, [wish]),
  )
  const queryKey = wish.what === 'watch' ? watchesKey(boardId) : viewsKey(boardId)
  void queries.invalidateQueries({ queryKey })
}

/** Those on screen. */
export const renewKept = (queries: QueryClient): Promise<void> =>
  queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[2] === 'kept' })
