/** The "/" menu asks for something to embed; a dialog answers. */
import { Extension } from '@tiptap/core'

export type EmbedWish = 'column' | 'card' | 'doc'

export class EmbedWishes {
  #wish: EmbedWish | null = null
  readonly #listeners = new Set<() => void>()

  get = (): EmbedWish | null => this.#wish

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(wish: EmbedWish | null): void {
    this.#wish = wish
    for (const listener of this.#listeners) listener()
  }
}

declare module '@tiptap/core' {
  interface Storage {
    embedPicker: { wishes: EmbedWishes }
  }
}

export const EmbedPickerStore = Extension.create({
  name: 'embedPicker',
  addStorage: () => ({ wishes: new EmbedWishes() }),
})
