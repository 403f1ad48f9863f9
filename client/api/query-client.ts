import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { codeOf } from './request-failed'

const passing = ['unreachable', 'unavailable', 'bug']

export const mayPassSoon = (count: number, error: unknown): boolean =>
  count < 2 && navigator.onLine && passing.includes(codeOf(error))

/** `onSignedOut` hears that some answer was "signed out": the session is asked for again. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const hear = (error: unknown) => {
    if (codeOf(error) === 'signed-out') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: hear }),
    mutationCache: new MutationCache({ onError: hear }),
    defaultOptions: {
      mutations: { networkMode: 'always' },
      queries: {
        // A browser's idea of being online is a guess; without a network, what was kept is the answer.
        networkMode: 'always',
        // Notices tell what changed; a glance back at the tab catches what a sleeping one missed.
        staleTime: 30_000,
        // Where there is no network, nobody waits for a second no; whoever is back asks again.
        retry: mayPassSoon,
      },
    },
  })
}
