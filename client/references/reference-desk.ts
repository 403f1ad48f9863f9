/** What chips and embeds in a text need of the page around it; they are drawn without knowing it. */

import type { QueryClient } from '@tanstack/react-query'
import { type Editor, Extension } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { placeOf } from './place-of'
import type { Place, Within } from './reference-address'

export type ReferenceWords = {
  untitled: (kind: Place['kind']) => string
  /** Read and shown with what this person may not see, or what is gone. */
  noAccess: string
  archived: string
}

export type ReferenceDesk = {
  queries: QueryClient
  locale: string
  words: ReferenceWords
  /** Of the doc or board whose text this is; undefined until it is known, or for who may not read it. */
  projectId: string | undefined
  follow: (place: Place, within?: Within) => void
  /** Says why nothing was pasted. */
  refusePaste: () => void
  /** Asks, without being in the way, whether a thing is to be shown instead of being named. */
  offerEmbed: (accept: () => void) => void
}

declare module '@tiptap/core' {
  interface Storage {
    references: { desk: ReferenceDesk | null }
  }
}

export const References = Extension.create<{ desk: ReferenceDesk | null }>({
  name: 'references',
  addOptions: () => ({ desk: null }),
  addStorage() {
    return { desk: this.options.desk }
  },
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => {
        const { selection } = editor.state
        const place = selection instanceof NodeSelection ? placeOf(selection.node) : null
        const desk = deskOf(editor)
        if (!place || !desk) return false
        desk.follow(place)
        return true
      },
    }
  },
})

/** Null where a text is drawn without a page. */
export const deskOf = (editor: Editor): ReferenceDesk | null =>
  editor.storage.references?.desk ?? null
