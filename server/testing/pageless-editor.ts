/**
 * An editor without a page: the binding, the undo and the places of threads that a page has, and
 * nothing that is drawn.
 */
import { type PlaceKeeper, placesPlugin } from '@atelier/shared/comments/thread-places'
import { guardBinding } from '@atelier/shared/docs/guard-binding'
import { docSchema } from '@atelier/shared/docs/new-doc'
import { removeStrange } from '@atelier/shared/docs/strange-edits'
import { EditorState, Plugin, type PluginView, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { redo, undo, ySyncPlugin, yUndoPlugin, yUndoPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

export type PagelessEditorWish = {
  fragment: Y.XmlFragment
  /** Left out where nobody talks about it. */
  keeper?: PlaceKeeper
}

export class PagelessEditor {
  readonly fragment: Y.XmlFragment
  /** What the binding was let go for. */
  fault: unknown = null
  readonly #view: EditorView
  readonly #pluginViews: PluginView[] = []
  #state: EditorState
  #isClosed = false

  constructor({ fragment, keeper }: PagelessEditorWish) {
    this.fragment = fragment
    removeStrange([fragment])
    const plugins = [
      ySyncPlugin(fragment),
      yUndoPlugin(),
      this.#guard(),
      ...(keeper ? [placesPlugin(keeper)] : []),
    ]
    this.#state = EditorState.create({ schema: docSchema(), plugins })
    this.#view = this.#asView()
    for (const { spec } of plugins) {
      const made = spec.view?.(this.#view)
      if (made) this.#pluginViews.push(made)
    }
  }

  get state(): EditorState {
    return this.#state
  }

  dispatch(transaction: Transaction): void {
    const before = this.#state
    this.#state = before.apply(transaction)
    for (const { update } of [...this.#pluginViews]) update?.(this.#view, before)
  }

  get undoing(): Y.UndoManager {
    return yUndoPluginKey.getState(this.#state).undoManager
  }

  undo = (): boolean => undo(this.#state)
  redo = (): boolean => redo(this.#state)

  close(): void {
    this.#isClosed = true
    for (const { destroy } of this.#pluginViews) destroy?.()
  }

  #guard(): Plugin {
    const guard = {
      onFault: (error: unknown) => {
        this.fault ??= error
      },
      beforeSelection: () => undefined,
    }
    return new Plugin({ view: (view) => ({ destroy: guardBinding(view, guard) }) })
  }

  /** As much of a view as those plugins look at. */
  #asView(): EditorView {
    const state = () => this.#state
    const isClosed = () => this.#isClosed
    const view = {
      get state() {
        return state()
      },
      get isDestroyed() {
        return isClosed()
      },
      dispatch: (transaction: Transaction) => this.dispatch(transaction),
      hasFocus: () => false,
    }
    return view as unknown as EditorView
  }
}
