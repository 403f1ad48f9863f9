/**
 * Where files that are still on their way will stand. They are drawn there for this tab only: the
 * document learns of a file when all of it has arrived, wherever its place is by then.
 */
import type { StoredFile } from '@atelier/shared/files/file'
import type { Node, NodeType, Schema } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { anchorOfGap, gapNear, gapOfAnchor } from './gaps'

/** In the order in which they shall stand. */
type Place = { id: string; at: number }
type Change = { add: Place[] } | { remove: string }

const key = new PluginKey<Place[]>('uploadPlaces')

export type UploadPlacesOptions = {
  fragment: Y.XmlFragment
  /** Where each one waits; kept while one editor takes the place of another. */
  anchors: Map<string, Y.RelativePosition | null>
  /** What is shown in the place; the same element each time. */
  draw: (id: string) => HTMLElement
}

export function uploadPlaces(options: UploadPlacesOptions): Plugin<Place[]> {
  const { fragment, anchors, draw } = options
  return new Plugin<Place[]>({
    key,
    state: {
      init: () => [...anchors.keys()].map((id) => ({ id, at: 0 })),
      apply(tr, places) {
        const change: Change | undefined = tr.getMeta(key)
        const followed = tr.docChanged ? follow(options, tr, places) : places
        if (change === undefined) return followed
        if ('add' in change) return [...followed, ...change.add]
        anchors.delete(change.remove)
        return followed.filter(({ id }) => id !== change.remove)
      },
    },
    props: {
      decorations: (state) =>
        DecorationSet.create(
          state.doc,
          placesIn(state).map(({ id, at }, nth) =>
            Decoration.widget(at, () => draw(id), {
              key: id,
              side: nth - 1000,
              stopEvent: () => true,
              ignoreSelection: true,
            }),
          ),
        ),
    },
    view: () => ({
      // After the binding has written what was typed here: now both say the same.
      update({ state }, before) {
        if (state.doc === before.doc && placesIn(state) === placesIn(before)) return
        for (const { id, at } of placesIn(state))
          anchors.set(id, anchorOfGap(fragment, state.doc, at))
      },
    }),
  })
}

function follow(
  { fragment, anchors }: UploadPlacesOptions,
  tr: Transaction,
  places: Place[],
): Place[] {
  const isWholeDoc = tr.getMeta(ySyncPluginKey) !== undefined
  const arrived: number | undefined = tr.getMeta(arrival)
  return places.map(({ id, at }, nth) => {
    const anchor = isWholeDoc ? anchors.get(id) : null
    const found = anchor ? gapOfAnchor(fragment, tr.doc, anchor) : null
    // What arrives before it stands before it, also where both wait in one gap.
    const side = arrived !== undefined && arrived > nth ? -1 : 1
    const mapped = isWholeDoc ? tr.doc.content.size : tr.mapping.map(at, side)
    return { id, at: gapNear(tr.doc, found ?? mapped, pictureIn(tr.doc)) }
  })
}

const arrival = 'uploadArrived'
const pictureIn = (doc: Node): NodeType => doc.type.schema.nodes.picture as NodeType
const placesIn = (state: EditorState): Place[] => key.getState(state) ?? []

/** Lets these wait at the nearest gap to `at`, one after another. */
export function waitAt(tr: Transaction, at: number, ids: readonly string[]): void {
  const gap = gapNear(tr.doc, at, pictureIn(tr.doc))
  const change: Change = { add: ids.map((id) => ({ id, at: gap })) }
  tr.setMeta(key, change).setMeta('addToHistory', false)
}

export function waitNoMore(tr: Transaction, id: string): void {
  const change: Change = { remove: id }
  tr.setMeta(key, change).setMeta('addToHistory', false)
}

/**
 * What has arrived stands where it waited, and nowhere twice; false when nobody waits for it any
 * more.
 */
export function putArrived(
  state: EditorState,
  tr: Transaction,
  id: string,
  stored: StoredFile,
): boolean {
  const places = placesIn(state)
  const nth = places.findIndex((place) => place.id === id)
  const place = places[nth]
  if (!place) return false
  const change: Change = { remove: id }
  // Put there by a tab that ended before it could say so.
  if (isIn(tr.doc, stored.id)) {
    tr.setMeta(key, change)
    return true
  }
  tr.insert(place.at, nodeOf(state.schema, stored)).setMeta(key, change).setMeta(arrival, nth)
  return true
}

function isIn(doc: Node, file: string): boolean {
  let isFound = false
  doc.descendants((node) => {
    isFound ||= node.attrs.file === file
    return !isFound
  })
  return isFound
}

function nodeOf({ nodes }: Schema, { id, name, mime, size, width, height }: StoredFile) {
  if (width !== null && height !== null) {
    return (nodes.picture as NodeType).create({ file: id, pixelWidth: width, pixelHeight: height })
  }
  return (nodes.attachment as NodeType).create({ file: id, name, mime, size })
}
