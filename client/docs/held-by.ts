import type { JSONContent } from '@tiptap/core'
import type { Schema } from '@tiptap/pm/model'

/** As much of it as this kind of text can hold: of a table its words, of a picture nothing. */
export const heldBy = (schema: Schema, content: readonly JSONContent[]): JSONContent[] =>
  content.flatMap((part) => {
    const inside = part.content && heldBy(schema, part.content)
    if (part.type === undefined || part.type in schema.nodes)
      return [inside ? { ...part, content: inside } : part]
    const { label } = part.attrs ?? {}
    if (part.type === 'mention' && typeof label === 'string' && label !== '')
      return [{ type: 'text', text: label }]
    return inside ?? []
  })
