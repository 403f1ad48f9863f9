/** ":smile" offers emoji, and ":smile:" is one at once. */
import { Extension, InputRule } from '@tiptap/core'
import { emojiCalled } from '../ui/emoji-data'
import { suggestionPlugin, suggestionStores } from './suggestion-store'

export const emojiStore = suggestionStores<string>()

/** Two letters, so that ":)" and "10:3" open nothing. */
const opening = /^[\p{L}+][\p{L}\p{N}_+-]{1,40}:?$/u

export const EmojiSuggestion = Extension.create({
  name: 'emojiSuggestion',
  // In the same moment as the second colon: whoever types on would have left the list behind.
  addInputRules: () => [
    new InputRule({
      find: /(?<=^|[\s(]):([a-z0-9_+-]+):$/,
      handler: ({ state, range, match }) => {
        const character = emojiCalled(match[1] ?? '')
        if (character === undefined) return null
        state.tr.insertText(character, range.from, range.to)
      },
    }),
  ],
  addProseMirrorPlugins() {
    const { editor } = this
    return [
      suggestionPlugin<string>({
        editor,
        name: 'emojiSuggestion',
        char: ':',
        allowSpaces: false,
        store: emojiStore(editor),
        opens: (query) => opening.test(query),
        insert: (chain, character, range) =>
          chain.insertContentAt(
            range,
            { type: 'text', text: character },
            { updateSelection: false },
          ),
      }),
    ]
  },
})
