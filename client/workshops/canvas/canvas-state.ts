/** What this person does on the canvas just now, told only to the parts that ask for it. */
import { useSyncExternalStore } from 'react'

export type CanvasFacts = {
  /** The note or group whose words are being written. */
  editing: string | null
  /** The note or group the keyboard was on last: Enter comes back to it. */
  active: string | null
  /** Whence a link is being drawn: whatever is pressed next is its end. */
  linkingFrom: string | null
  /** Where a note in the hand would come down. */
  dropOn: string | null
  isLaser: boolean
  /** The note or group whose menu is open, and where on the screen. */
  menu: { id: string; x: number; y: number } | null
  /** Of presence: whom this view follows. */
  following: string | null
}

const start: CanvasFacts = {
  editing: null,
  active: null,
  linkingFrom: null,
  dropOn: null,
  isLaser: false,
  menu: null,
  following: null,
}

export class CanvasState {
  #facts = start
  readonly #listeners = new Set<() => void>()

  get facts(): CanvasFacts {
    return this.#facts
  }

  change(part: Partial<CanvasFacts>): void {
    const next = { ...this.#facts, ...part }
    const keys = Object.keys(part) as (keyof CanvasFacts)[]
    if (keys.every((key) => next[key] === this.#facts[key])) return
    this.#facts = next
    for (const listener of this.#listeners) listener()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}

/** Drawn again only when what is picked has changed: a part of the facts, never a new object. */
export function usePicked<T>(state: CanvasState, pick: (facts: CanvasFacts) => T): T {
  return useSyncExternalStore(state.subscribe, () => pick(state.facts))
}
