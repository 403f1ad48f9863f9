/**
 * Blocks by a name that stays while anybody writes around them or in them: that of their Yjs item. What
 * makes a block anew, such as moving it or turning it into another kind, gives it another name.
 */
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { wayTo } from './gaps'

/** Null where nothing is shared, and where no block begins at `at`. */
export function nameOfBlock(editor: Editor, at: number): string | null {
  const fragment = fragmentOf(editor)
  if (!fragment) return null
  const $at = editor.state.doc.resolve(at)
  let found: Y.XmlFragment = fragment
  for (let depth = 0; depth <= $at.depth; depth++) {
    const child = found.get($at.index(depth))
    if (!(child instanceof Y.XmlElement)) return null
    found = child
  }
  const id = found._item?.id
  return id ? `${id.client}.${id.clock}` : null
}

/** Where it begins; null when there is none of that name, or none any more. Any string will do. */
export function placeOfBlock(editor: Editor, name: string): number | null {
  const fragment = fragmentOf(editor)
  const id = /^(\d{1,10})\.(\d{1,10})$/.exec(name)
  if (!fragment?.doc || !id) return null
  const type = Y.createID(Number(id[1]), Number(id[2]))
  const place = Y.createAbsolutePositionFromRelativePosition(
    new Y.RelativePosition(type, null, null),
    fragment.doc,
  )
  // Of another room of this doc, such as the title: it has no way from here.
  if (!(place?.type instanceof Y.XmlElement)) return null
  const way = wayTo(fragment, place.type)
  return way && startOf(editor.state.doc, way)
}

const fragmentOf = (editor: Editor): Y.XmlFragment | undefined =>
  ySyncPluginKey.getState(editor.state)?.type

function startOf(doc: Node, way: readonly number[]): number | null {
  let parent = doc
  let start = 0
  for (const [depth, index] of way.entries()) {
    if (index >= parent.childCount) return null
    if (depth > 0) start += 1
    for (let before = 0; before < index; before++) start += parent.child(before).nodeSize
    parent = parent.child(index)
  }
  return start
}
