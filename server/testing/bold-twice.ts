import * as Y from 'yjs'

/** A line in which two people made the same words bold at the same time: Yjs would tidy that up. */
export function boldTwice(): Uint8Array[] {
  const doc = new Y.Doc()
  doc.getXmlFragment('body').insert(0, [new Y.XmlText('one two')])
  const update = Y.encodeStateAsUpdate(doc)
  return [update, ...['Ada', 'Ben'].map(() => madeBold(update))]
}

function madeBold(update: Uint8Array): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const before = Y.encodeStateVector(doc)
  const line = doc.getXmlFragment('body').get(0) as Y.XmlText
  line.format(0, 3, { bold: {} })
  return Y.encodeStateAsUpdate(doc, before)
}
