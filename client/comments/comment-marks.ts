/** What is talked about, drawn over the text. */
import { isDrawnAnew, placesKey, placesPlugin } from '@atelier/shared/comments/thread-places'
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { CommentStore } from './comment-store'

type Wiring = { store: CommentStore | null }

const drawnKey = new PluginKey<DecorationSet>('commentMarks')

declare module '@tiptap/core' {
  interface Storage {
    commentMarks?: { store: CommentStore | null }
  }
}

export const CommentMarks = Extension.create<Wiring, Wiring>({
  name: 'commentMarks',
  addOptions: () => ({ store: null }),
  addStorage() {
    return { store: this.options.store }
  },
  addProseMirrorPlugins() {
    const { store } = this.options
    // The places first: they are what is drawn.
    return store ? [placesPlugin(store), marksPlugin(store)] : []
  },
})

const marksPlugin = (store: CommentStore) =>
  new Plugin<DecorationSet>({
    key: drawnKey,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, drawn, before, after) {
        try {
          return drawnAfter(tr, drawn, before, after)
        } catch (error) {
          store.onFault(error)
          return DecorationSet.empty
        }
      },
    },
    props: {
      decorations: (state) => drawnKey.getState(state),
      handleClick(view, pos, event) {
        if (event.button === 0) store.onChoose(threadAt(view.state, pos))
        return false
      },
    },
  })

function drawnAfter(
  tr: Transaction,
  drawn: DecorationSet,
  before: EditorState,
  after: EditorState,
): DecorationSet {
  if (placesKey.getState(before) === placesKey.getState(after)) return drawn
  return !isDrawnAnew(tr) && tr.docChanged ? drawn.map(tr.mapping, tr.doc) : draw(after)
}

function draw(state: EditorState): DecorationSet {
  const { doc } = state
  const drawn: Decoration[] = []
  for (const { id, look, from, to } of shownIn(state)) {
    const wrapped = { nodeName: 'span', class: look, 'data-thread': id }
    drawn.push(Decoration.inline(from, to, wrapped))
    doc.nodesBetween(from, to, (node, at) => {
      if (node.isBlock && node.isLeaf && at >= from) {
        drawn.push(Decoration.node(at, at + node.nodeSize, { class: look }))
      }
    })
  }
  return DecorationSet.create(doc, drawn)
}

function shownIn(state: EditorState) {
  const now = placesKey.getState(state)
  if (!now) return []
  const { threads, composing, places, activeId } = now
  return (composing ? [...threads, composing] : threads).flatMap(({ id, resolved }) => {
    const place = places.get(id)
    const isActive = id === activeId || id === composing?.id
    if (!place || (resolved && !isActive)) return []
    return [{ ...place, id, look: `comment-mark${isActive ? ' comment-mark-active' : ''}` }]
  })
}

/** The shortest of those drawn there; null where nothing is talked about. */
export function threadAt(state: EditorState, pos: number): string | null {
  const now = placesKey.getState(state)
  if (!now) return null
  const here = now.threads
    .filter(({ id, resolved }) => !resolved || id === now.activeId)
    .flatMap(({ id }) => {
      const place = now.places.get(id)
      return place && place.from <= pos && pos <= place.to ? [{ id, ...place }] : []
    })
    .sort((a, b) => a.to - a.from - (b.to - b.from))
  return here[0]?.id ?? null
}
