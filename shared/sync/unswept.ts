import type * as Y from 'yjs'

/**
 * Where two limits of marks say the same, Yjs deletes one, in whatever document it comes upon them.
 * That is a change of its own, which somebody who only reads may not make. There is no public way to
 * leave it.
 */
export function unswept(doc: Y.Doc, isLeft: () => boolean = () => true): Y.Doc {
  doc.on('afterTransaction', (transaction) => {
    if (isLeft()) transaction._needFormattingCleanup = false
  })
  return doc
}
