/** Files that wait in a text, kept on this device: handed over when they are added, and brought back by the next page. */
import type { Editor } from '@tiptap/core'
import * as Y from 'yjs'
import { nextNumber } from '../files/next-number'
import { fileOf, refusalOf } from '../offline/kept-uploads'
import { nameOfText } from '../sync/text-names'
import { deskOf } from './file-desk'
import { gapOfAnchor } from './gaps'
import { waitAt } from './upload-places'

/** Once each has its place. */
export function keepWaiting(editor: Editor, fragment: Y.XmlFragment, ids: readonly string[]): void {
  const { keeper, uploads, anchors } = deskOf(editor)
  for (const id of ids) {
    const file = uploads.get(id)?.file
    if (!keeper || !file) continue
    const anchor = anchors.get(id)
    const place = anchor ? Y.encodeRelativePosition(anchor) : null
    const upload = { id, file, place, text: nameOfText(fragment), nth: nextNumber() }
    void keeper.keep(upload).then((isKept) => uploads.noteKept(id, isKept))
  }
}

/** They wait where they waited, or at the end when nobody knows where that was. */
export async function bringBack(editor: Editor, fragment: Y.XmlFragment): Promise<void> {
  const desk = deskOf(editor)
  const found = (await desk.keeper?.waitingIn(nameOfText(fragment))) ?? []
  // One that comes after it finds them, too.
  if (editor.isDestroyed) return
  for (const upload of found) {
    const { id, place } = upload
    if (!desk.keeper?.takeUp(id)) continue
    const anchor = place && Y.decodeRelativePosition(place)
    const gap = anchor && gapOfAnchor(fragment, editor.state.doc, anchor)
    desk.uploads.takeUp(id, fileOf(upload), refusalOf(upload))
    editor.commands.command(({ tr }) => {
      waitAt(tr, gap ?? tr.doc.content.size, [id])
      return true
    })
  }
}
