/** Shows in an editor what is suggested. Nothing in here may throw: the binding would be let go. */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Mapping, StepMap } from '@tiptap/pm/transform'
import { DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { drawSuggestions } from './draw-suggestions'
import type { SuggestionStore } from './suggestion-store'

const marksKey = new PluginKey<DecorationSet>('suggestionMarks')

export const SuggestionMarks = Extension.create<{ store: SuggestionStore | null }>({
  name: 'suggestionMarks',
  addOptions: () => ({ store: null }),
  addProseMirrorPlugins() {
    const { store } = this.options
    return store ? [marksPlugin(store)] : []
  },
})

const marksPlugin = (store: SuggestionStore) =>
  new Plugin<DecorationSet>({
    key: marksKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, drawn, before, state) {
        try {
          return applied(tr, drawn, before, state, store)
        } catch (error) {
          console.error('What is suggested could not be shown.', error)
          return DecorationSet.empty
        }
      },
    },
    props: {
      decorations: (state) => marksKey.getState(state),
      handleDOMEvents: {
        click(_, event) {
          const { target } = event
          const found = target instanceof Element ? target.closest('[data-suggestion]') : null
          store.choose(found?.getAttribute('data-suggestion') ?? null)
          return false
        },
      },
    },
    view: (view) => ({ destroy: redrawOnNews(view, store) }),
  })

/** The store is read a moment after somebody has written: until then what is drawn moves along. */
function applied(
  tr: Transaction,
  drawn: DecorationSet,
  before: EditorState,
  state: EditorState,
  store: SuggestionStore,
): DecorationSet {
  if (tr.getMeta(marksKey)) {
    const { entries, active, say } = store
    return drawSuggestions(tr.doc, { entries, active, say, ownFork: ownForkIn(state, store) })
  }
  if (!tr.docChanged || drawn === DecorationSet.empty) return drawn
  const isDrawnAnew = tr.getMeta(ySyncPluginKey)?.isChangeOrigin === true
  return drawn.map(isDrawnAnew ? difference(before.doc, tr.doc) : tr.mapping, tr.doc)
}

const ownForkIn = (state: EditorState, { own }: SuggestionStore) =>
  own && ySyncPluginKey.getState(state)?.doc === own.text ? own.forkId : null

/** The binding draws the whole text anew for others’ words; what is the same is the same object. */
function difference(before: Node, now: Node): Mapping {
  const start = before.content.findDiffStart(now.content)
  const end = before.content.findDiffEnd(now.content)
  if (start === null || !end) return new Mapping()
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return new Mapping([new StepMap([start, end.a + overlap - start, end.b + overlap - start])])
}

function redrawOnNews(view: EditorView, store: SuggestionStore): () => void {
  let isWaiting = false
  let isGone = false
  const draw = () => {
    isWaiting = false
    if (isGone || view.isDestroyed) return
    view.dispatch(view.state.tr.setMeta(marksKey, true).setMeta('addToHistory', false))
  }
  const soon = () => {
    if (isWaiting) return
    isWaiting = true
    // Not while somebody is in the midst of dispatching.
    queueMicrotask(draw)
  }
  const stop = store.subscribe(soon)
  if (store.entries.length > 0) soon()
  return () => {
    isGone = true
    stop()
  }
}
