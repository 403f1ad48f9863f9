/** A paper as the updates its author's keystrokes make. */
import * as Y from 'yjs'
import type { Paper } from './paper'

/** `whole` as one squashed row would hold it; `tail` the last updates as they were typed. */
export type History = { whole: Uint8Array; before: Uint8Array; tail: Uint8Array[]; text: string }

/** Single updates that are not squashed yet when a doc in the middle of its work is opened. */
export const tailLength = 1000

export function historyOf(paper: Paper): History {
  const doc = new Y.Doc()
  const text = doc.getText('paper')
  const tail: Uint8Array[] = []
  const tailFrom = Math.max(0, paper.patches.length - tailLength)
  let before = Y.encodeStateAsUpdate(doc)
  for (const [index, [position, deleted, inserted]] of paper.patches.entries()) {
    if (index === tailFrom) {
      before = Y.encodeStateAsUpdate(doc)
      doc.on('update', (update: Uint8Array) => tail.push(update))
    }
    doc.transact(() => {
      if (deleted > 0) text.delete(position, deleted)
      if (inserted !== '') text.insert(position, inserted)
    })
  }
  return { whole: Y.encodeStateAsUpdate(doc), before, tail, text: paper.text }
}
