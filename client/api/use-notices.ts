import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { keysOf } from './live-keys'
import { listenForNotices } from './notice-socket'

/**
 * Once, in the shell: asks again for whatever the server says has changed. `guestOf`: in the frame of somebody who is a
 * guest of this one workshop.
 */
export function useNotices(guestOf?: string): void {
  const queries = useQueryClient()
  useEffect(() => {
    const refetch = (queryKey: readonly string[]) => void queries.invalidateQueries({ queryKey })
    return listenForNotices(
      {
        onNotice: (notice) => keysOf(notice).forEach(refetch),
        onBack: () => void queries.invalidateQueries(),
        onSignedOut: () => refetch(guestOf === undefined ? ['session'] : ['workshop', guestOf]),
      },
      guestOf,
    )
  }, [queries, guestOf])
}
