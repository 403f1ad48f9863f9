import { queryOptions, useQuery } from '@tanstack/react-query'
import { orKept } from '../offline/kept-answer'
import type { LiveKey } from './live-keys'
import type { RequestFailed } from './request-failed'

/** What one needs to find one's way without a network. */
const keptKinds = [
  ...['projects', 'project', 'room', 'suggestions', 'my-docs', 'my-cards', 'templates'],
  ...['board-views', 'rules', 'outcomes'],
  // Whom one may mention.
  ...['doc-readers', 'board-readers', 'watching'],
]

/** A server record, asked for again whenever a notice says that it changed. */
export function liveQuery<T>(key: LiveKey, ask: () => Promise<T>) {
  const queryFn = keptKinds.includes(key[0]) ? () => orKept(key, ask) : ask
  return queryOptions<T, RequestFailed>({ queryKey: key, queryFn })
}

export const useLiveQuery = <T>(key: LiveKey, ask: () => Promise<T>, enabled = true) =>
  useQuery<T, RequestFailed>({ ...liveQuery(key, ask), enabled })
