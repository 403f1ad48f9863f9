import type { Schema } from '@tiptap/pm/model'
import type * as Y from 'yjs'
import { childrenOf, type Sizes } from './anchor-leaves'

/** Sizes as the schema has them, where no editor is bound to the fragment; reads all below an element. */
export function schemaSizes(schema: Schema): Sizes {
  const sizeOf: Sizes = (element: Y.XmlElement) => {
    // What is not known is drawn as one thing.
    if (schema.nodes[element.nodeName]?.isLeaf ?? true) return 1
    return ([...childrenOf(element, 0, sizeOf)].at(-1)?.to ?? 0) + 2
  }
  return sizeOf
}
