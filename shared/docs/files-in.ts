import type { JSONContent } from '@tiptap/core'

/** The files a body shows, in its order. */
export function filesIn(body: JSONContent): string[] {
  const found = new Set<string>()
  const look = (node: JSONContent) => {
    if (node.type === 'picture' || node.type === 'attachment') found.add(node.attrs?.file)
    for (const child of node.content ?? []) look(child)
  }
  look(body)
  return [...found]
}
