import * as Y from 'yjs'
import { readWall, type Wall } from './wall'
import { rootOf, wallTitle } from './wall-shape'

/** The wall or pad as it is now; what did not change stays the same object (see `readWall`). */
export type WallStore = {
  read(): Wall
  subscribe(listener: () => void): () => void
}

const stores = new WeakMap<Y.Doc, WallStore>()

/**
 * One for all who look at the document. Reads again what a transaction touched, and only while watched: a note that is
 * moved costs the same among five hundred.
 */
export function wallStoreOf(doc: Y.Doc): WallStore {
  const known = stores.get(doc)
  if (known) return known
  const store = createWallStore(doc)
  stores.set(doc, store)
  return store
}

type Events = Y.YEvent<Y.AbstractType<unknown>>[]

function createWallStore(doc: Y.Doc): WallStore {
  const listeners = new Set<() => void>()
  let wall = readWall(doc)
  // While nobody watches: to read all again costs, and is done where something came since.
  let isOld = false
  const grow = () => {
    isOld = true
  }
  doc.on('afterTransaction', grow)
  const show = (next: Wall) => {
    if (next === wall) return
    wall = next
    for (const listener of listeners) listener()
  }
  let notes = new Set<string>()
  let isTouched = false
  const hearNotes = (events: Events) => {
    isTouched = true
    for (const id of idsIn(events)) notes.add(id)
  }
  const hearRest = () => {
    isTouched = true
  }
  // Once for a transaction, whichever roots it touched.
  const tell = () => {
    if (!isTouched) return
    const touched = notes
    notes = new Set()
    isTouched = false
    show(readWall(doc, wall, touched))
  }
  const heard = [
    [rootOf(doc, 'notes'), hearNotes],
    [rootOf(doc, 'groups'), hearRest],
    [rootOf(doc, 'links'), hearRest],
    [titleOf(doc), hearRest],
  ] as const
  const catchUp = () => {
    if (!isOld) return
    isOld = false
    wall = readWall(doc, wall)
  }
  const watch = () => {
    for (const [root, hear] of heard) root?.observeDeep(hear)
    doc.off('afterTransaction', grow)
    doc.on('afterTransaction', tell)
    catchUp()
  }
  const unwatch = () => {
    for (const [root, hear] of heard) root?.unobserveDeep(hear)
    doc.off('afterTransaction', tell)
    doc.on('afterTransaction', grow)
  }
  return {
    read() {
      catchUp()
      return wall
    },
    subscribe(listener) {
      if (listeners.size === 0) watch()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) unwatch()
      }
    },
  }
}

/** Null where a broken document holds something else by that name. */
function titleOf(doc: Y.Doc): Y.Text | null {
  const found = doc.share.get('title')
  const usable = !found || found instanceof Y.Text || found.constructor === Y.AbstractType
  return usable ? wallTitle(doc) : null
}

/** The ids of the notes these events are about. */
function idsIn(events: Events): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const event of events) {
    const [id] = event.path
    if (typeof id === 'string') ids.add(id)
    else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) ids.add(key)
  }
  return ids
}
