import type { JSONContent } from '@tiptap/core'

/** In a quote, a cell or a doc that has lost all its blocks a line is left: none of them may be empty. */
export const neverEmpty = (before: readonly JSONContent[], left: JSONContent[]): JSONContent[] =>
  before.length > 0 && left.length === 0 ? [{ type: 'paragraph' }] : left
