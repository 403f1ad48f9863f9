/** A doc's body out of its room, whatever somebody wrote there: see `tidyBody`. */
import type { JSONContent } from '@tiptap/core'
import * as Y from 'yjs'
import { docTitle } from './doc'
import type { Loose } from './loose-node'
import { markName } from './mark-name'
import { tidyBody } from './tidy-body'
import { oneLine } from './tidy-inlines'

/** Deeper than any room goes (S16): what lies below is not looked at. */
const deepest = 200

export type ReadDoc = { title: string; body: JSONContent }

export function readDoc(doc: Y.Doc): ReadDoc {
  const title = doc.share.has('title') ? oneLine(docTitle(doc).toString()) : ''
  return { title, body: readFragment(doc.getXmlFragment('body')) }
}

/** As tidy as a doc's body: of a card's description, too. */
export const readFragment = (fragment: Y.XmlFragment): JSONContent =>
  tidyBody({ content: nodesOf(fragment, 0) })

function nodesOf(parent: Y.XmlFragment, depth: number): Loose[] {
  if (depth > deepest) return []
  return parent.toArray().flatMap((child): Loose[] => {
    if (child instanceof Y.XmlText) return textsOf(child)
    if (!(child instanceof Y.XmlElement)) return []
    return [
      { type: child.nodeName, attrs: child.getAttributes(), content: nodesOf(child, depth + 1) },
    ]
  })
}

function textsOf(text: Y.XmlText): Loose[] {
  const pieces = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  return pieces.map(({ insert, attributes = {} }) => ({
    type: 'text',
    text: insert,
    marks: Object.entries(attributes).map(([key, attrs]) => ({ type: markName(key), attrs })),
  }))
}
