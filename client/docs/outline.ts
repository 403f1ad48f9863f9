/** A doc's headings as a list to jump in. */
import type { Node } from '@tiptap/pm/model'

export type Heading = {
  /** Where it is in the editor's document. */
  at: number
  /** 0 for the doc's highest level in use, so that a doc of only third-level headings is not indented. */
  depth: number
  text: string
}

/** Empty headings are left out. Headings in tables and quotes count like any other. */
export function outlineOf(doc: Node): Heading[] {
  const found: { at: number; level: number; text: string }[] = []
  doc.descendants((node, at) => {
    const text = node.type.name === 'heading' ? node.textContent.trim() : ''
    if (text !== '') found.push({ at, level: Number(node.attrs.level), text })
    return !node.isTextblock
  })
  const highest = Math.min(...found.map(({ level }) => level))
  return found.map(({ at, level, text }) => ({ at, text, depth: level - highest }))
}

/** The section being read: the last heading at or above the line, the first one before that. */
export function currentHeading(tops: number[], line: number): number {
  const below = tops.findIndex((top) => top > line)
  return Math.max(0, (below === -1 ? tops.length : below) - 1)
}
