/**
 * Words somebody typed into a block while somebody else took that block away: the block is gone, so they would
 * be gone with it. They come back as a paragraph where it stood.
 */
import * as Y from 'yjs'
import { docBody } from './doc'
import { rescueLateWords } from './late-words-edits'
import { itemAround, standInFor } from './stand-in'
import { unforgotten } from './unforgotten'

/** For what transactions of `origin` delete, from now on until the answer is called. */
export function keepWhatIsTypedMeanwhile(doc: Y.Doc, origin: unknown): () => void {
  /** What was deleted as a whole, and the words that came back for it. */
  const gone = new Map<Y.Item, Y.XmlText | null>()
  const look = (transaction: Y.Transaction) => {
    if (transaction.origin === origin)
      for (const item of wholesIn(transaction)) gone.set(item, null)
    else if (!isOwn(transaction) && gone.size > 0) bringBack(doc, gone, lostIn(transaction, gone))
  }
  doc.on('afterTransaction', look)
  // Also blocks that others make in it: they come deleted, and words may still come into those.
  const forget = unforgotten(doc, (item) => gone.has(item) || wholeAround(item, gone) !== null)
  return () => {
    doc.off('afterTransaction', look)
    forget()
  }
}

/** Also words of others are written here, into what stands for the block they were typed into. */
const isOwn = ({ local, origin }: Y.Transaction) => local && origin !== rescueLateWords

function wholesIn(transaction: Y.Transaction): Y.Item[] {
  const wholes: Y.Item[] = []
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return
    if (!itemAround(struct)?.deleted) wholes.push(struct)
  })
  return wholes
}

/** What came in this transaction, and was deleted at once because its block was. */
function lostIn(transaction: Y.Transaction, gone: ReadonlyMap<Y.Item, unknown>) {
  const lost = new Map<Y.Item, string>()
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return
    const { client, clock } = struct.id
    if (clock < (transaction.beforeState.get(client) ?? 0)) return
    const whole = wholeAround(struct, gone)
    if (whole) lost.set(whole, (lost.get(whole) ?? '') + struct.content.str)
  })
  return lost
}

function wholeAround(item: Y.Item, gone: ReadonlyMap<Y.Item, unknown>): Y.Item | null {
  for (let up = itemAround(item); up !== null; up = itemAround(up)) if (gone.has(up)) return up
  return null
}

function bringBack(
  doc: Y.Doc,
  gone: Map<Y.Item, Y.XmlText | null>,
  lost: ReadonlyMap<Y.Item, string>,
): void {
  if (lost.size === 0) return
  doc.transact(() => {
    for (const [whole, words] of lost) {
      const known = gone.get(whole)
      const text = known?._item?.deleted === false ? known : standInFor(whole, docBody(doc))
      if (!text) continue
      gone.set(whole, text)
      text.insert(text.length, words)
    }
  })
}
