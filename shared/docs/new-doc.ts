import { getSchema, type JSONContent } from '@tiptap/core'
import { Node, type Schema } from '@tiptap/pm/model'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { refuse } from '../refusals'
import { docBody, docTitle } from './doc'
import { docExtensions } from './doc-extensions'
import { inertSchema } from './inert-schema'
import { type ReadDoc, readDoc } from './read-body'
import { type DocText, readDocText } from './read-doc'
import { saneSchema } from './sane-attributes'

export type NewDoc = { title: string; body?: JSONContent }

let schema: Schema | undefined
export const docSchema = (): Schema => {
  schema ??= inertSchema(saneSchema(getSchema(docExtensions())), { learns: false })
  return schema
}

const emptyBody: JSONContent = { type: 'doc', content: [{ type: 'paragraph' }] }

/**
 * An empty doc is the same to the byte wherever it is made: one that was begun on a device without
 * a network is the one the server makes for it, and not a second one inside it.
 */
const emptyDocClient = 1

/**
 * A doc as the update that creates it (S13): made once, on the server, in the transaction that
 * creates the room. Refuses a `body` that is not ProseMirror JSON of our schema.
 */
export function newDocUpdate({ title, body = emptyBody }: NewDoc): Uint8Array {
  const doc = new Y.Doc()
  if (title === '' && body === emptyBody) doc.clientID = emptyDocClient
  docTitle(doc).insert(0, title)
  putBody(docBody(doc), body)
  return Y.encodeStateAsUpdate(doc)
}

/** Into a fragment of a new document, which is empty. Refuses as `newDocUpdate` does. */
export function putBody(empty: Y.XmlFragment, body: JSONContent): void {
  prosemirrorJSONToYXmlFragment(docSchema(), checked(body), empty)
}

function checked(body: JSONContent): JSONContent {
  try {
    const node = Node.fromJSON(docSchema(), body)
    node.check()
    return node.toJSON() as JSONContent
  } catch (cause) {
    if (cause instanceof RangeError) refuse('invalid')
    throw cause
  }
}

/** What the doc says that `update` makes, all of it; and nothing of what it said before. */
export const readDocFrom = (update: Uint8Array): ReadDoc => readDoc(docOf(update))

/** What the doc that `update` creates says: its row in lists, before anybody has opened it. */
export const docTextOf = (update: Uint8Array): DocText => readDocText(docOf(update))

/** The document that `update` makes. */
export function docOf(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}
