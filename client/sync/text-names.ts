/** Names of the texts of a room. It may have many: a card's has no name of its own, but what it lies in has an id. */
import * as Y from 'yjs'

export function nameOfText(fragment: Y.XmlFragment): string {
  const id = fragment._item?.id
  return id ? `${id.client}:${id.clock}` : Y.findRootTypeKey(fragment)
}

/** Null where there is none of that id, or none any more. */
export function fragmentById(doc: Y.Doc, name: string): Y.XmlFragment | null {
  const [client, clock] = name.split(':').map(Number)
  if (client === undefined || clock === undefined) return null
  if (clock >= Y.getState(doc.store, client)) return null
  const { content, deleted } = Y.getItem(doc.store, Y.createID(client, clock)) as Y.Item
  const type = !deleted && content instanceof Y.ContentType ? content.type : null
  return type instanceof Y.XmlFragment ? type : null
}
