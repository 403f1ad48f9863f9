/**
 * What an editor's views, which are plain DOM, need from the page around them: words, people, and
 * somebody who shows a menu beside them. `BlockPopovers` is that somebody.
 */
import { type Editor, Extension } from '@tiptap/core'

export type HostPerson = { id: string; name: string; colour: string }

/** A question beside a block. */
export type Asked = {
  kind: 'tone' | 'assignee' | 'due' | 'maths' | 'picture' | 'block'
  /** Where the block is now; undefined once it is gone. */
  at: () => number | undefined
  beside: Element
}

type Words = (key: string, holes?: Record<string, string | number>) => string

export class DocHost {
  /** Null as long as nobody knows who is in the project. */
  people: ReadonlyMap<string, HostPerson> | null = null
  /** Whether a task can be somebody's. */
  assigns = true
  words: Words = (key) => key
  locale = 'en-GB'
  asked: Asked | null = null
  /** What was done last, for screen readers. */
  said = { words: '', times: 0 }
  readonly #listeners = new Set<() => void>()
  readonly #acquainted = new Set<() => void>()

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  getAsked = (): Asked | null => this.asked
  getSaid = () => this.said

  /** Apart from `subscribe`: a long doc has hundreds of names. */
  onPeople(listener: () => void): () => void {
    this.#acquainted.add(listener)
    return () => this.#acquainted.delete(listener)
  }

  meet(people: ReadonlyMap<string, HostPerson> | null): void {
    this.people = people
    for (const listener of this.#acquainted) listener()
  }

  ask(asked: Asked | null): void {
    this.asked = asked
    this.#tell()
  }

  say(words: string): void {
    this.said = { words, times: this.said.times + 1 }
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

declare module '@tiptap/core' {
  interface Storage {
    docHost: { host: DocHost }
  }
}

export const HostedDoc = Extension.create<{ host: DocHost | null }, { host: DocHost }>({
  name: 'docHost',
  addOptions: () => ({ host: null }),
  addStorage() {
    return { host: this.options.host ?? new DocHost() }
  },
})

const nobody = new DocHost()
export const hostOf = (editor: Editor): DocHost => editor.storage.docHost?.host ?? nobody
