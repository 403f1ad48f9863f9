/**
 * What is talked about, drawn over the text. Places are mapped through what this person does, and
 * found again by ids when others do something: the binding then draws the whole text anew. Nothing
 * in here may throw while it does, or the editor would be let go.
 */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { CommentStore } from './comment-store'
import { type Held, type Places, placesIn } from './mark-places'
import { type Moved, movedThreads, rewrites } from './rewritten'

/** What the page tells the marks. `composing` is the selection of a comment that is being written. */
export type Shown = { threads: readonly Held[]; activeId: string | null; composing: Held | null }

export type Marks = Shown & {
  places: Places
  drawn: DecorationSet
  /** What this person has moved and the server does not know yet. */
  moved: ReadonlyMap<string, Moved>
  /** Counts what may have moved them. */
  rewrites: number
}

type Wish = { shown?: Shown; moved?: Moved[]; seek?: true }

type Wiring = { store: CommentStore | null }

export const marksKey = new PluginKey<Marks>('commentMarks')

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
    return store ? [marksPlugin(store)] : []
  },
})

const none: Marks = {
  ...{ threads: [], activeId: null, composing: null, places: new Map(), moved: new Map() },
  ...{ drawn: DecorationSet.empty, rewrites: 0 },
}

const marksPlugin = (store: CommentStore) =>
  new Plugin<Marks>({
    key: marksKey,
    state: {
      init: () => none,
      apply(tr, marks, before) {
        try {
          return applied(tr, marks, before)
        } catch (error) {
          console.error('What is talked about could not be shown.', error)
          return { ...marks, places: new Map(), drawn: DecorationSet.empty }
        }
      },
    },
    props: {
      decorations: (state) => marksKey.getState(state)?.drawn,
      handleClick(view, pos, event) {
        if (event.button === 0) store.onChoose(threadAt(view.state, pos))
        return false
      },
    },
    view: (view) => watch(view, store),
  })

function applied(tr: Transaction, marks: Marks, before: EditorState): Marks {
  const wish: Wish = tr.getMeta(marksKey) ?? {}
  const change = tr.getMeta(ySyncPluginKey)
  if (!tr.docChanged && !change && !tr.getMeta(marksKey)) return marks
  const isDrawnAnew = change?.isChangeOrigin === true
  const counted = isDrawnAnew ? change.isUndoRedoOperation : tr.docChanged && rewrites(tr)
  const next: Marks = {
    ...marks,
    ...wish.shown,
    moved: wish.moved ? new Map([...marks.moved, ...byId(wish.moved)]) : marks.moved,
    rewrites: marks.rewrites + (counted ? 1 : 0),
  }
  if (!isDrawnAnew && tr.docChanged) return mapped(tr, next)
  const seeks = (id: string) =>
    Boolean(wish.shown ?? wish.seek) || marks.places.get(id)?.byIds === false
  next.places = placesIn(before, tr.doc, heldNow(next), seeks)
  return { ...next, drawn: draw(tr.doc, next) }
}

const byId = (moved: Moved[]) => moved.map((one) => [one.id, one] as const)

/** All that is shown, held on to by what is known here. */
function heldNow({ threads, composing, moved }: Marks): Held[] {
  const all = composing ? [...threads, composing] : threads
  return all.map((thread) => {
    const own = moved.get(thread.id)
    return own?.from === thread.text ? { ...thread, anchor: own.anchor, quote: own.quote } : thread
  })
}

function mapped(tr: Transaction, marks: Marks): Marks {
  const places = new Map(
    [...marks.places].flatMap(([id, { from, to, byIds }]) => {
      const now = { from: tr.mapping.map(from, 1), to: tr.mapping.map(to, -1), byIds }
      return now.from < now.to ? [[id, now] as const] : []
    }),
  )
  return { ...marks, places, drawn: marks.drawn.map(tr.mapping, tr.doc) }
}

function draw(doc: Node, { threads, composing, places, activeId }: Marks): DecorationSet {
  const drawn: Decoration[] = []
  for (const { id, resolved } of composing ? [...threads, composing] : threads) {
    const place = places.get(id)
    const isActive = id === activeId || id === composing?.id
    if (!place || (resolved && !isActive)) continue
    const look = `comment-mark${isActive ? ' comment-mark-active' : ''}`
    const wrapped = { nodeName: 'span', class: look, 'data-thread': id }
    drawn.push(Decoration.inline(place.from, place.to, wrapped))
    doc.nodesBetween(place.from, place.to, (node, at) => {
      if (node.isBlock && node.isLeaf && at >= place.from) {
        drawn.push(Decoration.node(at, at + node.nodeSize, { class: look }))
      }
    })
  }
  return DecorationSet.create(doc, drawn)
}

/** The shortest of those drawn there; null where nothing is talked about. */
export function threadAt(state: EditorState, pos: number): string | null {
  const marks = marksKey.getState(state)
  if (!marks) return null
  const here = marks.threads
    .filter(({ id, resolved }) => !resolved || id === marks.activeId)
    .flatMap(({ id }) => {
      const place = marks.places.get(id)
      return place && place.from <= pos && pos <= place.to ? [{ id, ...place }] : []
    })
    .sort((a, b) => a.to - a.from - (b.to - b.from))
  return here[0]?.id ?? null
}

/** After the binding has written: what has other ids now is told, and what is lost is looked for. */
function watch(view: EditorView, store: CommentStore) {
  let seen = marksKey.getState(view.state)?.rewrites ?? 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (wish: Wish) => {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(marksKey, wish))
  }
  const tellMoved = () => {
    const marks = view.isDestroyed ? null : marksKey.getState(view.state)
    if (!marks || !store.mayMove) return
    const moved = movedThreads(view.state, heldNow(marks), marks.places)
    if (moved.length === 0) return
    tell({ moved })
    store.onMoved(moved.filter(({ id }) => id !== marks.composing?.id))
  }
  return {
    update(_: EditorView, before: EditorState) {
      const marks = marksKey.getState(view.state)
      if (!marks || before.doc === view.state.doc) return
      const isOurs = marks.rewrites !== seen
      seen = marks.rewrites
      if (isOurs) queueMicrotask(tellMoved)
      if (marks.places.size === heldNow(marks).length && allByIds(marks.places)) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        tell({ seek: true })
        tellMoved()
      }, store.settleMs())
    },
    destroy: () => clearTimeout(timer),
  }
}

const allByIds = (places: Places) => [...places.values()].every(({ byIds }) => byIds)
