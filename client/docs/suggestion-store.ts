/** Joins a sign that opens a list ("@", ":") to the list on screen, which is React's. */
import type { ChainedCommands, Editor, Range } from '@tiptap/core'
import { type EditorState, type Plugin, PluginKey } from '@tiptap/pm/state'
import { exitSuggestion, Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import type { ReactNode } from 'react'
import { inText } from './in-text'

export type SuggestionState<Choice> = {
  query: string
  run: (choice: Choice) => void
  close: () => void
  /** Takes the first that is found once it is known; what is typed meanwhile stands behind it. */
  wait: () => void
  isWaiting: boolean
}

export type SuggestionOption<Choice> = {
  id: string
  title: string
  hint?: string
  picture: ReactNode
  choice: Choice
}
export type SuggestionGroup<Choice> = { label: string; options: SuggestionOption<Choice>[] }

/** What an open list is given. */
export type OpenSuggestion<Choice> = {
  editor: Editor
  store: SuggestionStore<Choice>
  state: SuggestionState<Choice>
}

export type SuggestionListProps<Choice> = OpenSuggestion<Choice> & {
  /** What the list is of, for screen readers. */
  label: string
  groups: SuggestionGroup<Choice>[]
  /** More may come: Enter waits for it instead of breaking the line. */
  isLoading: boolean
  nothing: string
}

class SuggestionStore<Choice> {
  /** Where the list is drawn; the plugin places it at the caret. */
  readonly element: HTMLElement = document.createElement('div')
  /** The list's answer to a key; true when it was for the list. */
  onKey: (event: KeyboardEvent) => boolean = () => false
  #state: SuggestionState<Choice> | null = null
  /** Goes before what is typed now. */
  #waiting: SuggestionState<Choice> | null = null
  readonly #listeners = new Set<() => void>()

  getState = (): SuggestionState<Choice> | null => this.#waiting ?? this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(state: SuggestionState<Choice> | null): void {
    this.#state = state
    this.#tell()
  }

  wait(state: SuggestionState<Choice> | null): void {
    this.#waiting = state
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

/** One for each editor. Not in its storage: that of an editor which is gone is empty, and it may still be drawn once more. */
export function suggestionStores<Choice>(): (editor: Editor) => SuggestionStore<Choice> {
  const known = new WeakMap<Editor, SuggestionStore<Choice>>()
  return (editor) => {
    const store = known.get(editor) ?? new SuggestionStore<Choice>()
    known.set(editor, store)
    return store
  }
}

type Wish<Choice> = {
  editor: Editor
  /** Names it among the editor's plugins. */
  name: string
  char: string
  allowSpaces: boolean
  store: SuggestionStore<Choice>
  /** Whether what was typed behind the sign is enough to open the list. */
  opens: (query: string) => boolean
  insert: (chain: ChainedCommands, choice: Choice, range: Range) => ChainedCommands
}

export function suggestionPlugin<Choice>(wish: Wish<Choice>): Plugin {
  const { editor, name, char, allowSpaces } = wish
  const key = new PluginKey(name)
  return Suggestion<never, Choice>({
    editor,
    pluginKey: key,
    char,
    allowSpaces,
    allowedPrefixes: [' ', '(', '\u00a0', '“', '„', '"'],
    allow: ({ editor, state }) => editor.isEditable && !state.selection.$from.parent.type.spec.code,
    // Never for a sign that somebody else typed.
    shouldShow: ({ editor, query }) => editor.view.hasFocus() && wish.opens(query),
    command: ({ range, props: choice }) => wish.insert(inText(editor), choice, range).run(),
    render: () => rendering(wish, key),
  })
}

function rendering<Choice>(wish: Wish<Choice>, key: PluginKey) {
  const { store } = wish
  let unmount: (() => void) | null = null
  const show = (props: SuggestionProps<never, Choice>) =>
    store.set({
      query: props.query,
      run: props.command,
      close: () => exitSuggestion(props.editor.view, key),
      wait: () => store.wait(waitingFor(wish, props.query)),
      isWaiting: false,
    })
  return {
    onStart: (props: SuggestionProps<never, Choice>) => {
      unmount = props.mount(store.element)
      show(props)
    },
    onUpdate: show,
    onExit: () => {
      unmount?.()
      store.set(null)
    },
    onKeyDown: ({ event }: { event: KeyboardEvent }) => {
      if (event.key === 'Escape') store.wait(null)
      return store.onKey(event)
    },
  }
}

function waitingFor<Choice>(wish: Wish<Choice>, query: string): SuggestionState<Choice> {
  const { editor, store } = wish
  return {
    query,
    run(choice) {
      store.wait(null)
      const range = editor.isDestroyed ? null : lastBefore(editor.state, wish.char + query)
      // The caret, and the focus, are where whoever typed on has them.
      if (range) wish.insert(editor.chain(), choice, range).run()
    },
    close: () => store.wait(null),
    wait: () => undefined,
    isWaiting: true,
  }
}

/** Where these words stand before the caret; others may have written above them. */
function lastBefore({ doc, selection }: EditorState, words: string): Range | null {
  let found: Range | null = null
  doc.nodesBetween(0, selection.head, (node, at) => {
    const latest = selection.head - at - 1 - words.length
    if (!node.isTextblock || latest < 0) return
    const typed = node.textBetween(0, node.content.size, undefined, '\ufffc')
    const offset = typed.lastIndexOf(words, latest)
    if (offset >= 0) found = { from: at + 1 + offset, to: at + 1 + offset + words.length }
  })
  return found
}
