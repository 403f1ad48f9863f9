import { useEffect } from 'react'

const fetchAheadMs = 1000

/**
 * Fetches what will be opened, a moment after the screen is there: what opens late lets the first
 * letters fall into whatever lies under it.
 */
export function useFetchAhead(loaders: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of loaders)
        load().catch((error: unknown) => console.error('It will be fetched when asked for.', error))
    }, fetchAheadMs)
    return () => clearTimeout(timer)
  }, [loaders])
}
