import { useQuery } from '@tanstack/react-query'
import { orKept } from '../offline/kept-answer'
import type { LiveKey } from './live-keys'
import type { RequestFailed } from './request-failed'

/** What one needs to find one's way without a network. */
const keptKinds = ['projects', 'project', 'room', 'suggestions', 'my-docs', 'templates']

/** A server record, asked for again whenever a notice says that it changed. */
export function useLiveQuery<T>(key: LiveKey, ask: () => Promise<T>, enabled = true) {
  const queryFn = keptKinds.includes(key[0]) ? () => orKept(key, ask) : ask
  return useQuery<T, RequestFailed>({ queryKey: key, queryFn, enabled })
}
