/** Something that is asked for in one place and shown in another: for each editor, and null for nothing. */
import type { Editor } from '@tiptap/core'

export class Asked<T> {
  #wish: T | null = null
  readonly #listeners = new Set<() => void>()

  get = (): T | null => this.#wish

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set = (wish: T | null): void => {
    this.#wish = wish
    for (const listener of this.#listeners) listener()
  }
}

export function askedOfEditors<T>(): (editor: Editor) => Asked<T> {
  const known = new WeakMap<Editor, Asked<T>>()
  return (editor) => {
    const asked = known.get(editor) ?? new Asked<T>()
    known.set(editor, asked)
    return asked
  }
}
