/** Where threads are in an editor now: by their ids, or by their words where the ids are gone. */

import { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { Anchor } from './anchor'
import type { Sizes } from './anchor-leaves'
import { idsBetween, placesOf, type Range } from './anchor-places'
import { findQuote, isLeftOf, quoteOf } from './find-quote'
import type { Held } from './held'
import { quoteLength } from './limits'
import { schemaSizes } from './schema-sizes'

/** `byIds` is false where only the words were found again. */
export type Place = Range & { byIds: boolean }
export type Places = ReadonlyMap<string, Place>

type Binding = { type: Y.XmlFragment; mapping: Map<unknown, unknown> }

function boundTo(state: EditorState): { fragment: Y.XmlFragment; sizes: Sizes } | null {
  const binding: Binding | undefined = ySyncPluginKey.getState(state)?.binding
  if (!binding?.type.doc) return null
  const fromSchema = schemaSizes(state.schema)
  const sizes: Sizes = (element) => {
    const drawn = binding.mapping.get(element)
    return drawn instanceof Node ? drawn.nodeSize : fromSchema(element)
  }
  return { fragment: binding.type, sizes }
}

/** By ids alone, in the order given. `doc` may be newer than the state it comes from. */
export function placesByIds(
  state: EditorState,
  doc: Node,
  threads: readonly Pick<Held, 'anchor' | 'quote'>[],
): (Range | null)[] {
  const bound = threads.length > 0 ? boundTo(state) : null
  if (!bound) return threads.map(() => null)
  const anchors = threads.map(({ anchor }) => anchor)
  return placesOf(bound.fragment, anchors, bound.sizes).map((found, nth) => {
    if (!found || found.to > doc.content.size) return null
    const { from, to, isSure } = found
    const isTheirs = isSure || isLeftOf(threads[nth]?.quote ?? '', doc, { from, to })
    return isTheirs ? { from, to } : null
  })
}

/** Looks for words only where `seeks` says so: to read a long doc for each of many takes a while. */
export function placesIn(
  state: EditorState,
  doc: Node,
  threads: readonly Held[],
  seeks: (id: string) => boolean,
): Places {
  const places = new Map<string, Place>()
  const byIds = placesByIds(state, doc, threads)
  for (const [nth, thread] of threads.entries()) {
    const place = byIds[nth]
    const found = place ?? (seeks(thread.id) ? seek(doc, thread) : null)
    if (found) places.set(thread.id, { ...found, byIds: place != null })
  }
  return places
}

export const seek = (doc: Node, { anchor, quote }: Pick<Held, 'anchor' | 'quote'>): Range | null =>
  findQuote(doc, { ...anchor, quote })

/** What to hold on to for this range; null when there is nothing in it. */
export function holdOn(state: EditorState, range: Range): { anchor: Anchor; quote: string } | null {
  const bound = boundTo(state)
  const ids = bound && idsBetween(bound.fragment, range, bound.sizes)
  if (!ids) return null
  const { quote, before, after } = quoteOf(state.doc, range, quoteLength)
  return { anchor: { ...ids, before, after }, quote }
}
