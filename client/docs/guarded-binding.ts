/**
 * An editor that fails to draw remote words would delete them with the next key. So the binding
 * is let go in the same breath, and its owner is told.
 */
import { rescueLateWords } from '@atelier/shared/docs/late-words-edits'
import { removeStrange } from '@atelier/shared/docs/strange-edits'
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { readCaret } from './caret-first'
import { type Binding, unbindAtOnce } from './unbind'

export type GuardedBindingOptions = {
  fragment: Y.XmlFragment | null
  onFault: (error: unknown) => void
}

export const GuardedBinding = Extension.create<GuardedBindingOptions>({
  name: 'guardedBinding',
  // After Collaboration: its view puts the observers there that are replaced here.
  priority: 998,
  addOptions: () => ({ fragment: null, onFault: (error) => console.error(error) }),
  onBeforeCreate() {
    if (this.options.fragment) removeStrange([this.options.fragment])
  },
  addProseMirrorPlugins() {
    const { onFault } = this.options
    const guarded = new WeakSet<Binding>()
    return [
      new Plugin({
        view: (view) => {
          const binding: Binding | undefined = ySyncPluginKey.getState(view.state)?.binding
          if (binding && !guarded.has(binding)) {
            guarded.add(binding)
            guard(binding, onFault)
          }
          if (!binding) return {}
          return { destroy: rescueLateWords(binding.doc, binding.type, ySyncPluginKey) }
        },
      }),
    ]
  },
})

function guard(binding: Binding, onFault: (error: unknown) => void): void {
  const { doc, type, _observeFunction: draw, beforeAllTransactions: noteSelection } = binding
  const orLetGo =
    <Heard extends unknown[]>(work: (...heard: Heard) => void) =>
    (...heard: Heard): void => {
      try {
        work(...heard)
      } catch (error) {
        unbindAtOnce(binding)
        onFault(error)
      }
    }
  // For each word of others it forgets every node it knows, and would make and draw all of a long
  // doc anew. It forgets what changed by name, too, and that is enough.
  binding.mapping.clear = () => undefined
  type.unobserveDeep(draw)
  binding._observeFunction = orLetGo((events, transaction) => {
    removeStrange(transaction.changed.keys(), transaction)
    draw(events, transaction)
  })
  type.observeDeep(binding._observeFunction)
  // A throw in here would leave the doc inside a transaction that never ends.
  doc.off('beforeAllTransactions', noteSelection)
  binding.beforeAllTransactions = orLetGo(() => {
    const { prosemirrorView: view } = binding
    // The editor's own words come while it is drawing: no time to read.
    if (view && doc._transaction?.origin !== ySyncPluginKey) readCaret(view)
    noteSelection()
  })
  doc.on('beforeAllTransactions', binding.beforeAllTransactions)
}
