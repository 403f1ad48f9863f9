/**
 * Where threads are in one editor, kept through all that happens there. Places are mapped through
 * what this person does, and found again by ids when others do something: the binding then draws
 * the whole text anew. Nothing in here may throw while it does, or the editor would be let go.
 */
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Range } from './anchor-places'
import type { Held } from './held'
import { type Places, placesIn } from './mark-places'
import { type Moved, movedThreads, rewrites } from './rewritten'

/** What the page tells of them. `composing` is the selection of a comment that is being written. */
export type Shown = { threads: readonly Held[]; activeId: string | null; composing: Held | null }

export type ThreadPlaces = Shown & {
  places: Places
  /** What this person has moved and the server does not know yet. */
  moved: ReadonlyMap<string, Moved>
  /** Counts what may have moved them. */
  rewrites: number
}

type Wish = { shown?: Shown; moved?: Moved[]; seek?: true }

/** Whoever keeps them, and tells others where words went. */
export type PlaceKeeper = {
  /** Whether this editor writes the doc that others read, by somebody who may. */
  readonly mayMove: boolean
  /** Words went elsewhere. */
  onMoved(moved: Moved[]): void
  /**
   * Before looking again for what is lost: once things have settled, and not everybody at the same
   * moment. Answers how to call it off.
   */
  later(look: () => void): () => void
  onFault(error: unknown): void
}

export const placesKey = new PluginKey<ThreadPlaces>('threadPlaces')

const none: ThreadPlaces = {
  ...{ threads: [], activeId: null, composing: null },
  ...{ places: new Map(), moved: new Map(), rewrites: 0 },
}

export const placesPlugin = (keeper: PlaceKeeper) =>
  new Plugin<ThreadPlaces>({
    key: placesKey,
    state: {
      init: () => none,
      apply(tr, now, before) {
        try {
          return applied(tr, now, before)
        } catch (error) {
          keeper.onFault(error)
          return { ...now, ...tr.getMeta(placesKey)?.shown, places: new Map() }
        }
      },
    },
    view: (view) => watch(view, keeper),
  })

/** Whether others, or an undo, have written: then the binding draws anew. */
export const isDrawnAnew = (tr: Transaction): boolean =>
  tr.getMeta(ySyncPluginKey)?.isChangeOrigin === true

function applied(tr: Transaction, now: ThreadPlaces, before: EditorState): ThreadPlaces {
  const wish: Wish = tr.getMeta(placesKey) ?? {}
  const change = tr.getMeta(ySyncPluginKey)
  if (!tr.docChanged && !change && !tr.getMeta(placesKey)) return now
  const counted = isDrawnAnew(tr) ? change.isUndoRedoOperation : tr.docChanged && rewrites(tr)
  const next: ThreadPlaces = {
    ...now,
    ...wish.shown,
    moved: wish.moved ? new Map([...now.moved, ...byId(wish.moved)]) : now.moved,
    rewrites: now.rewrites + (counted ? 1 : 0),
  }
  if (!isDrawnAnew(tr) && tr.docChanged) return { ...next, places: mapped(tr, next.places) }
  const seeks = (id: string) =>
    Boolean(wish.shown ?? wish.seek) || now.places.get(id)?.byIds === false
  return { ...next, places: placesIn(before, tr.doc, heldNow(next), seeks) }
}

const byId = (moved: Moved[]) => moved.map((one) => [one.id, one] as const)

/** All that is shown, held on to by what is known here. */
function heldNow({ threads, composing, moved }: ThreadPlaces): Held[] {
  const all = composing ? [...threads, composing] : threads
  return all.map((thread) => {
    const own = moved.get(thread.id)
    return own?.from === thread.text ? { ...thread, anchor: own.anchor, quote: own.quote } : thread
  })
}

const mapped = (tr: Transaction, places: Places): Places =>
  new Map(
    [...places].flatMap(([id, { from, to, byIds }]) => {
      const now = { from: tr.mapping.map(from, 1), to: tr.mapping.map(to, -1) }
      const left = now.from < now.to ? tightened(tr.doc, now) : null
      return left ? [[id, { ...left, byIds }] as const] : []
    }),
  )

/** Without the ends of blocks at its ends, as others find it by its ids; null when nothing else is in it. */
function tightened(doc: Node, { from, to }: Range): Range | null {
  let [first, last] = [to, from]
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isLeaf) return
    first = Math.min(first, Math.max(from, at))
    last = Math.min(to, at + node.nodeSize)
  })
  return first < last ? { from: first, to: last } : null
}

/** After the binding has written: what has other ids now is told, and what is lost is looked for. */
function watch(view: EditorView, keeper: PlaceKeeper) {
  let seen = placesKey.getState(view.state)?.rewrites ?? 0
  let callOff = (): void => undefined
  const tell = (wish: Wish) => {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(placesKey, wish))
  }
  const tellMoved = () => {
    const now = view.isDestroyed ? null : placesKey.getState(view.state)
    if (!now || !keeper.mayMove) return
    const moved = movedThreads(view.state, heldNow(now), now.places)
    if (moved.length === 0) return
    tell({ moved })
    keeper.onMoved(moved.filter(({ id }) => id !== now.composing?.id))
  }
  return {
    update(_: EditorView, before: EditorState) {
      const now = placesKey.getState(view.state)
      if (!now || before.doc === view.state.doc) return
      const isOurs = now.rewrites !== seen
      seen = now.rewrites
      if (isOurs) queueMicrotask(tellMoved)
      if (now.places.size === heldNow(now).length && allByIds(now.places)) return
      callOff()
      callOff = keeper.later(() => {
        tell({ seek: true })
        tellMoved()
      })
    },
    destroy: () => callOff(),
  }
}

const allByIds = (places: Places) => [...places.values()].every(({ byIds }) => byIds)
