import type { BoardMuted } from '@atelier/shared/inbox/inbox'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'
import { useChange } from '../api/use-change'
import { useLiveQuery } from '../api/use-live-query'
import { toast } from '../ui/toast'
import { useBoardId } from './use-board-id'

const route = api.boards[':id'].muted

/** Whether this person has muted the board: their inbox then tells only what is addressed to them by name, or due of theirs. */
export function useMuted(): { isMuted: boolean; mute(muted: boolean): void } {
  const { t } = useTranslation('board-commands')
  const id = useBoardId()
  const key = ['watching', id, 'muted'] as const satisfies LiveKey
  const { data } = useLiveQuery(key, (): Promise<BoardMuted> => ask(route.$get({ param: { id } })))
  const { mutate } = useChange(
    async (muted: boolean) => {
      await ask(route.$put({ param: { id }, json: { muted } }))
      return muted
    },
    {
      renews: [key],
      done: (muted) =>
        toast({
          text: t(muted ? 'mute.done' : 'mute.undone'),
          action: { label: t('mute.undo'), onPress: () => mutate(!muted) },
        }),
    },
  )
  return { isMuted: data?.muted ?? false, mute: mutate }
}
