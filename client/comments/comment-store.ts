import type { Held } from '@atelier/shared/comments/held'
import type { Moved } from '@atelier/shared/comments/rewritten'
import type { PlaceKeeper } from '@atelier/shared/comments/thread-places'

/** A comment that is being written on a selection, or on the whole. */
export type Composing = { on: 'selection'; held: Held } | { on: 'whole' }

/**
 * Between the marks in one editor, the page around it and the panel beside it. The page puts its
 * own functions here.
 */
export class CommentStore implements PlaceKeeper {
  /** Somebody pointed at words that are talked about, or at others. */
  onChoose: (threadId: string | null) => void = () => undefined
  /** Words went elsewhere. */
  onMoved: (moved: Moved[]) => void = () => undefined
  /** Begins a comment on what is selected. */
  begin: () => void = () => undefined
  /** Whether this editor writes the doc that others read, by somebody who may. */
  mayMove = false
  later = (look: () => void): (() => void) => {
    const timer = setTimeout(look, 1_500 + Math.random() * 3_000)
    return () => clearTimeout(timer)
  }
  onFault = (error: unknown): void =>
    console.error('What is talked about could not be shown.', error)

  #mayComment = false
  #composing: Composing | null = null
  #listeners = new Set<() => void>()

  get mayComment(): boolean {
    return this.#mayComment
  }

  get composing(): Composing | null {
    return this.#composing
  }

  allow(mayComment: boolean): void {
    this.#mayComment = mayComment
    this.#tell()
  }

  compose(composing: Composing | null): void {
    this.#composing = composing
    this.#tell()
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
