import { useSyncExternalStore } from 'react'

/** Today in the reader's time zone as `YYYY-MM-DD`; asks again whenever the page comes to the front. */
export const useToday = (): string => useSyncExternalStore(watchToday, today)

/** For what is drawn without React. */
export function watchToday(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}

export function today(now = new Date()): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`
}
