/** What chips and embeds in a text need of the page around it; they are drawn without knowing it. */

import type { QueryClient } from '@tanstack/react-query'
import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import { referenceQuery } from './found-reference'
import { placeOf } from './place-of'
import type { Place, Within } from './reference-address'

export type ReferenceWords = {
  untitled: (kind: Place['kind']) => string
  /** Read and shown with what this person may not see, or what is gone. */
  denied: string
  archived: string
  /** With a card that moved to a board this person may not see. */
  away: string
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
        const desk = deskOf(editor)
        const place =
          desk && selection instanceof NodeSelection ? placeNow(selection.node, desk) : null
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

/** Where a node leads; a card that moved, as far as it is known, to where it is now. */
export function placeNow(node: Node, { queries }: ReferenceDesk): Place | null {
  const place = placeOf(node)
  if (place?.kind !== 'card') return place
  const found = queries.getQueryData(referenceQuery(place).queryKey)
  return found?.kind === 'card' ? { ...place, boardId: found.boardId } : place
}
