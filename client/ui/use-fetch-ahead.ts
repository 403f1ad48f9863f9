import { useEffect } from 'react'
import { whenIdle } from './when-idle'

const fetchAheadMs = 1000

/**
 * Fetches what will be opened, a moment after the screen is there: what opens late lets the first
 * letters fall into whatever lies under it.
 */
export function useFetchAhead(loaders: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    const fetchAll = () => {
      for (const load of loaders)
        load().catch((error: unknown) => console.error('It will be fetched when asked for.', error))
    }
    let giveUp = () => clearTimeout(timer)
    const timer = setTimeout(() => {
      giveUp = whenIdle(fetchAll)
    }, fetchAheadMs)
    return () => giveUp()
  }, [loaders])
}
