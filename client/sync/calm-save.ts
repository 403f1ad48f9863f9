import type { SaveState } from './room'
import type { Watched } from './watched'

const calmMs = 400

/**
 * What the badge shows of it. “Saving” is shown at once, “saved” when it has been so for a moment:
 * somebody who types sees neither flicker, and no letter draws the badge twice before it is painted.
 */
export function calmed(saving: Watched<SaveState>): Watched<SaveState> {
  const calm = new CalmSave(saving)
  return { read: () => calm.read(), subscribe: (listener) => calm.subscribe(listener) }
}

class CalmSave {
  readonly #saving: Watched<SaveState>
  readonly #listeners = new Set<() => void>()
  #shown: SaveState
  #quiet = true
  #timer: ReturnType<typeof setInterval> | undefined
  #stop: (() => void) | undefined

  constructor(saving: Watched<SaveState>) {
    this.#saving = saving
    this.#shown = saving.read()
  }

  read(): SaveState {
    return this.#shown
  }

  subscribe(listener: () => void): () => void {
    this.#stop ??= this.#saving.subscribe(this.#news)
    this.#listeners.add(listener)
    this.#show(this.#saving.read())
    this.#keepLooking()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0) return
      this.#stop?.()
      this.#stop = undefined
      this.#lookNoMore()
    }
  }

  readonly #news = (): void => {
    this.#quiet = false
    const now = this.#saving.read()
    const isCalm = this.#shown.kind === 'saving' && (now.kind === 'saving' || now.kind === 'saved')
    if (!isCalm) this.#show(now)
  }

  readonly #look = (): void => {
    const now = this.#saving.read()
    // Between two letters all may be saved: that is no news yet.
    if (this.#quiet || now.kind !== 'saved') this.#show(now)
    this.#quiet = true
  }

  #show(save: SaveState): void {
    if (JSON.stringify(save) === JSON.stringify(this.#shown)) return
    this.#shown = save
    this.#lookNoMore()
    this.#keepLooking()
    for (const listener of this.#listeners) listener()
  }

  #keepLooking(): void {
    if (this.#shown.kind === 'saving') this.#timer ??= setInterval(this.#look, calmMs)
  }

  #lookNoMore(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}
