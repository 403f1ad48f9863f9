/**
 * An editor that fails to draw remote words would delete them with the next key. So the binding
 * is let go in the same breath, and its owner is told.
 */
import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { writeWithInert } from './inert-edits'
import { rescueLateWords } from './late-words-edits'
import { drawNarrowly } from './narrow-drawing'
import { removeStrange } from './strange-edits'
import { takeOutSwapped } from './swapped-blocks-edits'

/** What we touch of y-tiptap's binding, which it gives no types for. */
export type Binding = {
  doc: Y.Doc
  type: Y.XmlFragment
  prosemirrorView: EditorView | null
  mapping: Map<unknown, unknown>
  destroy: () => void
  beforeAllTransactions: () => void
  beforeTransactionSelection: { absAnchor: number; absHead: number } | null
  _observeFunction: Parameters<Y.XmlFragment['observeDeep']>[0]
  _prosemirrorChanged: (doc: Node) => void
}

export type BindingGuard = {
  onFault(error: unknown): void
  /** Before anything is noted of the selection, unless the editor's own words are under way. */
  beforeSelection(view: EditorView): void
}

const guarded = new WeakSet<Binding>()

/** For a plugin that comes after the binding's: ends with what it answers. */
export function guardBinding(view: EditorView, guard: BindingGuard): () => void {
  const binding: Binding | undefined = ySyncPluginKey.getState(view.state)?.binding
  if (!binding) return () => undefined
  if (!guarded.has(binding)) {
    guarded.add(binding)
    watchOver(binding, guard)
  }
  return rescueLateWords(binding.doc, binding.type, ySyncPluginKey)
}

function watchOver(binding: Binding, { onFault, beforeSelection }: BindingGuard): void {
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
  drawNarrowly(binding)
  const write = binding._prosemirrorChanged.bind(binding)
  const writeMoves = (now: Node) => {
    const selection = binding.prosemirrorView?.state.selection
    if (selection) takeOutSwapped(type, now, { mapping: binding.mapping, selection })
    write(now)
  }
  binding._prosemirrorChanged = (now) =>
    writeWithInert(binding, () => writeMoves(now), ySyncPluginKey)
  type.unobserveDeep(draw)
  binding._observeFunction = orLetGo((events, transaction) => {
    removeStrange(transaction.changed.keys(), transaction)
    noteDrawnSelection(binding)
    try {
      draw(events, transaction)
    } catch (error) {
      // The caret may stand in a block that is drawn as one inert thing now: then it finds no place.
      if (!(error instanceof RangeError && binding.beforeTransactionSelection)) throw error
      binding.beforeTransactionSelection = null
      draw(events, transaction)
    }
  })
  type.observeDeep(binding._observeFunction)
  // A throw in here would leave the doc inside a transaction that never ends.
  doc.off('beforeAllTransactions', noteSelection)
  binding.beforeAllTransactions = orLetGo(() => {
    const { prosemirrorView: view } = binding
    if (view && doc._transaction?.origin !== ySyncPluginKey) beforeSelection(view)
    noteSelection()
  })
  doc.on('beforeAllTransactions', binding.beforeAllTransactions)
}

/**
 * It notes where the caret is before all that happens in one breath, and may draw several times in
 * it, as when words are rescued: then the place in numbers is one of a doc that is not drawn any more.
 */
function noteDrawnSelection({ beforeTransactionSelection: noted, prosemirrorView: view }: Binding) {
  if (!noted || !view) return
  noted.absAnchor = view.state.selection.anchor
  noted.absHead = view.state.selection.head
}

/**
 * `destroy` alone is not enough: the next view update would still write the editor's old content
 * over the new.
 */
function unbindAtOnce(binding: Binding): void {
  binding.destroy()
  binding._prosemirrorChanged = () => undefined
}
