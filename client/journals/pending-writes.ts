/** Titles and prompts of an entry that are on their way: they are records, and count as text does. */
import type { SaveState } from '../sync/room'
import type { Watched } from '../sync/watched'

export class PendingWrites implements Watched<SaveState> {
  readonly #pending = new Set<object>()
  readonly #listeners = new Set<() => void>()

  read = (): SaveState => {
    const { size: changes } = this.#pending
    if (changes === 0) return { kind: 'saved' }
    return navigator.onLine
      ? { kind: 'saving', changes }
      : { kind: 'offline', changes, onDevice: false }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get any(): boolean {
    return this.#pending.size > 0
  }

  set(field: object, isPending: boolean): void {
    if (isPending) this.#pending.add(field)
    else this.#pending.delete(field)
    for (const listener of this.#listeners) listener()
  }
}
