/**
 * Every write that may change what somebody is allowed to do is reported here, after its
 * commit; main.ts passes it on to the rooms and to the notices, which ask again (S5, F22).
 */
export type AccessChange = {
  /** Their role, membership or suspension. */
  personIds?: string[]
  /** Public ids of sign-in sessions that ended. */
  sessionIds?: string[]
  /** Rooms whose project was archived or restored. */
  roomIds?: string[]
}

export interface AccessChanges {
  report(change: AccessChange): void
  onChange(listener: (change: AccessChange) => void): void
}

export function accessChanges(): AccessChanges {
  const listeners: ((change: AccessChange) => void)[] = []
  return {
    report(change) {
      for (const listener of listeners) listener(change)
    },
    onChange(listener) {
      listeners.push(listener)
    },
  }
}
