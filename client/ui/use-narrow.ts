import { useSyncExternalStore } from 'react'

const narrow = window.matchMedia('(max-width: 40rem)')
const watch = (listener: () => void) => {
  narrow.addEventListener('change', listener)
  return () => narrow.removeEventListener('change', listener)
}

/** A window as wide as a phone's, where a bar has room for little. */
export const useNarrow = (): boolean => useSyncExternalStore(watch, () => narrow.matches)
