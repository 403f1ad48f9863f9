/** "@" offers people, docs, boards, cards and days. The list itself is mention-menu.tsx. */
import type { Mention } from '@atelier/shared/docs/mention'
import { Extension } from '@tiptap/core'
import { inText } from './in-text'
import { suggestionPlugin, suggestionStores } from './suggestion-store'

export const mentionStore = suggestionStores<Mention>()

/** Longer than any name somebody looks for. */
const longestQuery = 60

export const MentionSuggestion = Extension.create({
  name: 'mentionSuggestion',
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      suggestionPlugin<Mention>({
        editor,
        name: 'mentionSuggestion',
        char: '@',
        // "@3 Dec", "@next Monday", "@Anna Berg"
        allowSpaces: true,
        store: mentionStore(editor),
        opens: (query) => query.length <= longestQuery && !query.startsWith(' '),
        insert: (mention, range) =>
          inText(editor)
            .insertContentAt(range, [
              { type: 'mention', attrs: mentionAttributes(mention) },
              { type: 'text', text: ' ' },
            ])
            .run(),
      }),
    ]
  },
})

const mentionAttributes = (mention: Mention) =>
  mention.kind === 'date' ? { kind: 'date', id: mention.day } : mention
