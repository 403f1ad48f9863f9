/** For tests: a doc as two people have it; `exchange` sends each what the other wrote. */
import * as Y from 'yjs'

export function twoCopies(update: Uint8Array) {
  const [one, other] = [new Y.Doc(), new Y.Doc()]
  const send = (to: Y.Doc, from: Y.Doc) =>
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'wire')
  for (const doc of [one, other]) Y.applyUpdate(doc, update)
  const exchange = () => {
    send(other, one)
    send(one, other)
  }
  return { one, other, exchange }
}
