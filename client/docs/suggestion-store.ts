/** Joins a sign that opens a list ("@", ":") to the list on screen, which is React's. */
import type { Editor } from '@tiptap/core'
import { type Plugin, PluginKey } from '@tiptap/pm/state'
import { exitSuggestion, Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import type { ReactNode } from 'react'

export type SuggestionState<Choice> = {
  query: string
  run: (choice: Choice) => void
  close: () => void
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
  readonly #listeners = new Set<() => void>()

  getState = (): SuggestionState<Choice> | null => this.#state

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(state: SuggestionState<Choice> | null): void {
    this.#state = state
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
  insert: (choice: Choice, range: { from: number; to: number }) => void
}

export function suggestionPlugin<Choice>(wish: Wish<Choice>): Plugin {
  const { editor, name, char, allowSpaces, store } = wish
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
    command: ({ range, props: choice }) => wish.insert(choice, range),
    render: () => rendering(store, key),
  })
}

function rendering<Choice>(store: SuggestionStore<Choice>, key: PluginKey) {
  let unmount: (() => void) | null = null
  const show = (props: SuggestionProps<never, Choice>) =>
    store.set({
      query: props.query,
      run: props.command,
      close: () => exitSuggestion(props.editor.view, key),
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
    onKeyDown: ({ event }: { event: KeyboardEvent }) => store.onKey(event),
  }
}
