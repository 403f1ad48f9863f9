/** "/" opens a menu of blocks. The menu itself is React's; this tells it what is typed. */
import { Extension } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import { exitSuggestion, Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import { blockCommands } from './block-commands'
import { inText } from './in-text'

export type SlashState = { query: string; run: (id: string) => void; close: () => void }

/** Joins the editor's plugin to the menu on screen. */
export class SlashStore {
  /** Where the menu is drawn; the plugin places it at the caret. */
  readonly element: HTMLElement = document.createElement('div')
  /** The menu's answer to a key; true when it was for the menu. */
  onKey: (event: KeyboardEvent) => boolean = () => false
  /** Whether a block is called like that; the menu knows, in the reader's language. */
  finds: (query: string) => boolean = () => false
  #state: SlashState | null = null
  readonly #listeners = new Set<() => void>()

  getState = (): SlashState | null => this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(state: SlashState | null): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }
}

const key = new PluginKey('slashCommands')

export const SlashCommands = Extension.create<{ store: SlashStore | null }>({
  name: 'slashCommands',
  addOptions: () => ({ store: null }),
  addProseMirrorPlugins() {
    const { store } = this.options
    if (!store) return []
    const { editor } = this
    return [
      Suggestion<never, string>({
        editor,
        pluginKey: key,
        char: '/',
        allowedPrefixes: [' '],
        // "/heading 2"
        allowSpaces: true,
        allow: ({ editor, state, range }) =>
          editor.isEditable &&
          !state.selection.$from.parent.type.spec.code &&
          mayBeName(state.doc.textBetween(range.from + 1, range.to), store),
        // Never for a slash that somebody else typed.
        shouldShow: ({ editor }) => editor.view.hasFocus(),
        command: ({ editor, range, props: id }) => {
          const found = blockCommands.find((command) => command.id === id)
          found?.run(inText(editor).deleteRange(range)).run()
        },
        render: () => rendering(store),
      }),
    ]
  },
})

/** Whoever goes on with a word that no block has is writing a sentence. */
const mayBeName = (query: string, store: SlashStore) =>
  !/\s/.test(query) || (!query.startsWith(' ') && store.finds(query))

function rendering(store: SlashStore) {
  let unmount: (() => void) | null = null
  const show = (props: SuggestionProps<never, string>) =>
    store.set({
      query: props.query,
      run: props.command,
      close: () => exitSuggestion(props.editor.view, key),
    })
  return {
    onStart: (props: SuggestionProps<never, string>) => {
      unmount = props.mount(store.element)
      show(props)
    },
    onUpdate: show,
    onExit: () => {
      unmount?.()
      store.set(null)
    },
    onKeyDown: ({ event }: { event: KeyboardEvent }) => store.onKey(event),
  }
}
