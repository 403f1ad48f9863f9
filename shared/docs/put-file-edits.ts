/** Puts a file into a text that nobody has before them. */
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { StoredFile } from '../files/file'
import { docSchema } from './new-doc'

/** At its place, or at the end when what it was in is gone; nowhere where it stands already. */
export function putFile(body: Y.XmlFragment, place: Uint8Array | null, stored: StoredFile): void {
  if (shows(body, stored.id)) return
  const { parent, index } = placeIn(body, place) ?? { parent: body, index: body.length }
  parent.insert(index, [elementOf(stored)])
}

function placeIn(
  body: Y.XmlFragment,
  place: Uint8Array | null,
): { parent: Y.XmlFragment; index: number } | null {
  const found =
    place &&
    body.doc &&
    Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(place), body.doc)
  if (!found) return null
  const { type: parent, index } = found
  if (!(parent instanceof Y.XmlFragment) || !isWithin(body, parent)) return null
  const isWords =
    parent instanceof Y.XmlElement && docSchema().nodes[parent.nodeName]?.inlineContent
  return isWords ? null : { parent, index }
}

function isWithin(body: Y.XmlFragment, type: Y.XmlFragment): boolean {
  for (let at: unknown = type; at instanceof Y.XmlFragment; at = at.parent) {
    if (at === body) return true
    if (at._item?.deleted) return false
  }
  return false
}

/** Also where it was moved to meanwhile. */
function shows(parent: Y.XmlFragment, file: string): boolean {
  return parent
    .toArray()
    .some(
      (child) =>
        child instanceof Y.XmlElement &&
        (child.getAttribute('file') === file || shows(child, file)),
    )
}

function elementOf({ id, name, mime, size, width, height }: StoredFile): Y.XmlElement {
  const block =
    width !== null && height !== null
      ? { type: 'picture', attrs: { file: id, pixelWidth: width, pixelHeight: height } }
      : { type: 'attachment', attrs: { file: id, name, mime, size } }
  const draft = new Y.Doc().getXmlFragment('draft')
  prosemirrorJSONToYXmlFragment(docSchema(), { type: 'doc', content: [block] }, draft)
  return (draft.get(0) as Y.XmlElement).clone() as Y.XmlElement
}
