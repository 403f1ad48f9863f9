import { useQuery } from '@tanstack/react-query'
import type { LiveKey } from './live-keys'
import type { RequestFailed } from './request-failed'

/** A server record, asked for again whenever a notice says that it changed. */
export function useLiveQuery<T>(key: LiveKey, ask: () => Promise<T>, enabled = true) {
  return useQuery<T, RequestFailed>({ queryKey: key, queryFn: ask, enabled })
}
