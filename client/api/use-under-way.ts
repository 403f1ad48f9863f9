import { hashKey } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'

/**
 * Tells the second half of a double click from a new wish: the same as was sent last, while that is
 * under way. `isPending` is drawn too late for this. Something else is let through, for a list of
 * many may have several changes under way.
 */
export function useUnderWay() {
  const last = useRef<string>(null)
  return useMemo(
    () => ({
      begin(value: unknown): boolean {
        const sent = hashKey([value])
        if (last.current === sent) return false
        last.current = sent
        return true
      },
      end(value: unknown): void {
        if (last.current === hashKey([value])) last.current = null
      },
    }),
    [],
  )
}
