/** "@" offers people, docs, boards, cards and days. The list itself is mention-menu.tsx. */
import type { Mention } from '@atelier/shared/docs/mention'
import { Extension, type Range } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
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
        insert: (chain, mention, range) =>
          chain.insertContentAt(
            range,
            [
              { type: 'mention', attrs: mentionAttributes(mention) },
              ...spaceBehind(editor.state, range),
            ],
            { updateSelection: false },
          ),
      }),
    ]
  },
})

/** Whoever has typed on has typed it. */
const spaceBehind = ({ doc, selection }: EditorState, { to }: Range) =>
  selection.head > to && doc.textBetween(to, to + 1) === ' ' ? [] : [{ type: 'text', text: ' ' }]

const mentionAttributes = (mention: Mention) =>
  mention.kind === 'date' ? { kind: 'date', id: mention.day } : mention
