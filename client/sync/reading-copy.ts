/**
 * A one-way copy of a live doc, for showing it in an editor that must not write. The editor
 * binding deletes content its schema does not allow, also when nobody types; in a copy that
 * changes what is shown, and nothing else.
 */
import * as Y from 'yjs'

export type ReadingCopy = { fragment: Y.XmlFragment; close: () => void }

/** `fragment` may be a root of its doc or lie deeper; null once it is gone. */
export function openReadingCopy(fragment: Y.XmlFragment): ReadingCopy | null {
  const live = fragment.doc
  if (!live) return null
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(live))
  const follow = (update: Uint8Array) => Y.applyUpdate(copy, update)
  const same = sameFragment(fragment, copy)
  if (!same) return null
  live.on('update', follow)
  return {
    fragment: same,
    close: () => {
      live.off('update', follow)
      copy.destroy()
    },
  }
}

function sameFragment(fragment: Y.XmlFragment, copy: Y.Doc): Y.XmlFragment | null {
  if (!fragment._item) return copy.getXmlFragment(Y.findRootTypeKey(fragment))
  const { content } = Y.getItem(copy.store, fragment._item.id) as Y.Item
  const type = content instanceof Y.ContentType ? content.type : null
  return type instanceof Y.XmlFragment ? type : null
}
