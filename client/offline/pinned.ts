/** Which projects this person wants to have with them on this device. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSyncIdentity } from '../sync/sync-identity'
import type { CopyIdentity } from './device-databases'
import { changeRecord, readRecord } from './kept-records'

const key = ['pinned']
const queryKeyOf = (who: CopyIdentity | null) => ['pinned', who?.personId]
const none: string[] = []

export const listPinned = async (who: CopyIdentity): Promise<string[]> =>
  (await readRecord<string[]>(who, key)) ?? none

export function usePinned(): {
  pinned: string[]
  setPinned: (projectId: string, isPinned: boolean) => Promise<void>
} {
  const who = useSyncIdentity()
  const queries = useQueryClient()
  const { data = none } = useQuery({
    queryKey: queryKeyOf(who),
    queryFn: () => (who ? listPinned(who) : none),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return {
    pinned: data,
    async setPinned(projectId, isPinned) {
      if (!who) return
      await changeRecord<string[]>(who, key, (before = none) => [
        ...before.filter((one) => one !== projectId),
        ...(isPinned ? [projectId] : []),
      ])
      if (isPinned) await askToStay()
      await queries.invalidateQueries({ queryKey: queryKeyOf(who) })
    },
  }
}

/** Asked for when somebody wants something kept: a browser short of space then drops others first. */
async function askToStay(): Promise<void> {
  await navigator.storage?.persist?.().catch((error: unknown) => {
    console.warn('This browser does not promise to keep what is on this device.', error)
  })
}
