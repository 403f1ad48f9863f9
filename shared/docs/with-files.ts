import type { JSONContent } from '@tiptap/core'

/** The body with other files in the place of its own, by their ids: for a copy, which has files of its own. */
export function withFiles(node: JSONContent, files: ReadonlyMap<string, string>): JSONContent {
  const file: unknown = node.attrs?.file
  const copy = typeof file === 'string' ? files.get(file) : undefined
  return {
    ...node,
    ...(copy !== undefined && { attrs: { ...node.attrs, file: copy } }),
    ...(node.content && { content: node.content.map((child) => withFiles(child, files)) }),
  }
}
