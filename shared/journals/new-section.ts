/**
 * What a section's Y.Doc holds: a body of a doc's blocks and marks, but for those that show or name what lies
 * elsewhere (pictures, files, cards, people), and without a title. All else about a section is a record.
 */
import { getSchema, type JSONContent } from '@tiptap/core'
import { Node, type Schema } from '@tiptap/pm/model'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { docBody } from '../docs/doc'
import { inertSchema } from '../docs/inert-schema'
import { saneSchema } from '../docs/sane-attributes'
import { refuse } from '../refusals'
import { sectionExtensions } from './section-extensions'

let schema: Schema | undefined
export const sectionSchema = (): Schema => {
  schema ??= inertSchema(saneSchema(getSchema(sectionExtensions())), { learns: false })
  return schema
}

const emptyBody: JSONContent = { type: 'doc', content: [{ type: 'paragraph' }] }

/** An empty one is the same to the byte wherever it is made, as an empty doc is. */
const emptySectionClient = 1

/** A section as the update that creates it (S13). Refuses a body of anything else than sections are made of. */
export function newSectionUpdate(body: JSONContent = emptyBody): Uint8Array {
  const doc = new Y.Doc()
  if (body === emptyBody) doc.clientID = emptySectionClient
  prosemirrorJSONToYXmlFragment(sectionSchema(), checked(body), docBody(doc))
  return Y.encodeStateAsUpdate(doc)
}

function checked(body: JSONContent): JSONContent {
  try {
    const node = Node.fromJSON(sectionSchema(), body)
    node.check()
    return node.toJSON() as JSONContent
  } catch (cause) {
    if (cause instanceof RangeError) refuse('invalid')
    throw cause
  }
}
