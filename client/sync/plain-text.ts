/** The words of any Y.Doc, block by block, for a person to copy. Knows no noun. */
import * as Y from 'yjs'

/** Every non-empty run of text, in document order within each shared type. Never recursive. */
export function linesOf(doc: Y.Doc): string[] {
  const lines: string[] = []
  const waiting: unknown[] = [...doc.share.keys()].sort().map((name) => doc.share.get(name))
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (!(next instanceof Y.AbstractType)) continue
    const { line, inside } = contentOf(next)
    if (line.trim() !== '') lines.push(line.trim())
    waiting.unshift(...inside)
  }
  return lines
}

/** Read from the list of items itself, so that it does not matter how the type was declared. */
function contentOf(type: Y.AbstractType<unknown>): { line: string; inside: unknown[] } {
  let line = ''
  const inside: unknown[] = []
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentString) line += item.content.str
    else if (item.content instanceof Y.ContentType) inside.push(item.content.type)
  }
  for (const item of type._map.values()) {
    if (!item.deleted && item.content instanceof Y.ContentType) inside.push(item.content.type)
  }
  return { line, inside }
}

/** What `mine` says and `theirs` does not. */
export function linesMissing(mine: string[], theirs: string[]): string {
  const known = new Set(theirs)
  return mine.filter((line) => !known.has(line)).join('\n')
}
