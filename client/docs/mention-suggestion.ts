/** "@" offers people, docs, boards, cards and days. The list itself is mention-menu.tsx. */
import type { Mention } from '@atelier/shared/docs/mention'
import { Extension } from '@tiptap/core'
import { SuggestionStore, suggestionPlugin } from './suggestion-store'

declare module '@tiptap/core' {
  interface Storage {
    mentionSuggestion: { store: SuggestionStore<Mention> }
  }
}

/** Longer than any name somebody looks for. */
const longestQuery = 60

export const MentionSuggestion = Extension.create({
  name: 'mentionSuggestion',
  addStorage: () => ({ store: new SuggestionStore<Mention>() }),
  addProseMirrorPlugins() {
    const { editor, storage } = this
    return [
      suggestionPlugin<Mention>({
        editor,
        name: 'mentionSuggestion',
        char: '@',
        // "@3 Dec", "@next Monday", "@Anna Berg"
        allowSpaces: true,
        store: storage.store,
        opens: (query) => query.length <= longestQuery && !query.startsWith(' '),
        insert: (mention, range) =>
          editor
            .chain()
            .focus()
            .insertContentAt(range, [
              { type: 'mention', attrs: mentionAttributes(mention) },
              { type: 'text', text: ' ' },
            ])
            .run(),
      }),
    ]
  },
})

export const mentionAttributes = (mention: Mention) =>
  mention.kind === 'date' ? { kind: 'date', id: mention.day } : mention
