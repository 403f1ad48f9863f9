/** A doc's headings as a list to jump in. */
import type { Node } from '@tiptap/pm/model'

export type Heading = {
  /** Among the headings, from 0: it stays the same whatever is written between them. */
  nth: number
  /** 0 for the doc's highest level in use, so that a doc of only third-level headings is not indented. */
  depth: number
  text: string
}

/** Empty headings are left out. Headings in tables and quotes count like any other. */
export function outlineOf(doc: Node): Heading[] {
  const found = headingsIn(doc)
  const highest = Math.min(...found.map(({ level }) => level))
  return found.map(({ level, text }, nth) => ({ nth, text, depth: level - highest }))
}

/** Where the headings of `outlineOf` are in the editor's document. */
export const headingPositions = (doc: Node): number[] => headingsIn(doc).map(({ at }) => at)

export const sameOutline = (one: readonly Heading[], other: readonly Heading[]): boolean =>
  one.length === other.length &&
  one.every(({ text, depth }, nth) => text === other[nth]?.text && depth === other[nth]?.depth)

function headingsIn(doc: Node) {
  const found: { at: number; level: number; text: string }[] = []
  doc.descendants((node, at) => {
    const text = node.type.name === 'heading' ? node.textContent.trim() : ''
    if (text !== '') found.push({ at, level: Number(node.attrs.level), text })
    return !node.isTextblock
  })
  return found
}

/** The section being read: the last heading at or above the line, the first one before that. */
export function currentHeading(tops: number[], line: number): number {
  const below = tops.findIndex((top) => top > line)
  return Math.max(0, (below === -1 ? tops.length : below) - 1)
}
