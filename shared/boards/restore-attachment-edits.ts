import type * as Y from 'yjs'
import { edit } from './board-shape'
import type { Attachment, Cover } from './card'
import { attachFile, setCover } from './fact-edits'

/** Takes back that a file was taken off its card; it is the cover again if it was. One step of undo. */
export const restoreAttachment = (
  doc: Y.Doc,
  card: string,
  file: Attachment,
  cover: Cover | null,
): boolean =>
  edit(doc, () => {
    const isBack = attachFile(doc, card, file)
    if (isBack && cover && 'file' in cover && cover.file === file.id) setCover(doc, card, cover)
    return isBack
  })
