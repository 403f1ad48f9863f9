import { useSyncExternalStore } from 'react'

/** Something that changes more often than what is drawn around it: whoever shows it listens. */
export type Watched<T> = { read(): T; subscribe(listener: () => void): () => void }

export const useWatched = <T>({ read, subscribe }: Watched<T>): T =>
  useSyncExternalStore(subscribe, read)

export const unchanging = <T>(value: T): Watched<T> => ({
  read: () => value,
  subscribe: () => () => undefined,
})
