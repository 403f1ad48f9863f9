/** What is kept of a board for one person alone: shown at once, kept on this device, and sent when the server is there. */
import { newUuid } from '@atelier/shared/basics/uuid'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMe } from '../../access/session'
import type { LiveKey } from '../../api/live-keys'
import type { CopyIdentity } from '../../offline/device-databases'
import { reportKeeping } from '../../offline/kept-records'
import { type KeptWish, keepWish, listKeptWishes, type Wish } from '../../offline/kept-wishes'
import { sayWish } from '../../offline/send-kept-wishes'
import { renewKept, showDone, useSendWishes, useTellRefused } from '../../offline/use-send-wishes'
import { waitingKey } from '../../offline/waiting-key'
import { useSyncIdentity } from '../../sync/sync-identity'

const none: readonly KeptWish[] = []

/** What of it this device has alone, undefined until it is read; `about` is the key of the server's answer that it changes. */
export function useKeptWishes(boardId: string, about: LiveKey): readonly KeptWish[] | undefined {
  const who = useSyncIdentity()
  const { data } = useQuery({
    queryKey: [...about, 'kept', who?.personId],
    queryFn: async () => {
      const kept = who ? ((await listKeptWishes(who).catch(reportKeeping)) ?? none) : none
      return kept.filter((one) => one.boardId === boardId)
    },
  })
  return data
}

/** Answers once it is on screen, and on this device where that keeps anything. */
export function useWish(): (wish: Wish) => Promise<void> {
  const who = useSyncIdentity()
  const { id: personId } = useMe()
  const queries = useQueryClient()
  const send = useSendWishes(who)
  const tellRefused = useTellRefused()
  const sendOrWait = async (to: CopyIdentity) => {
    await send().catch(() => {
      // From now on it is tried again and again, and whoever is not signed in any more is told there.
      void queries.invalidateQueries({ queryKey: waitingKey(to.personId) })
    })
  }
  return async (wish) => {
    const isKept = who !== null && (await keepWish(who, newUuid(), wish).catch(reportKeeping))
    if (who && isKept) {
      await renewKept(queries)
      void sendOrWait(who)
      return
    }
    try {
      await sayWish(wish, personId)
      showDone(queries, wish)
    } catch (error) {
      tellRefused(wish, error)
    }
  }
}
