/** Writes documents as ProseMirror JSON, in the words of the editor's schema. */
import type { CalloutTone } from '@atelier/shared/docs/callout'

export type Mark = { type: string; attrs?: Record<string, unknown> }
export type Block = {
  type: string
  attrs?: Record<string, unknown>
  content?: Block[]
  text?: string
  marks?: Mark[]
}

const inlinePattern = /\*\*(.+?)\*\*|_(.+?)_|`(.+?)`|\[(.+?)\]\((\S+?)\)/g

/** `**bold**`, `_italic_`, `` `code` `` and `[text](address)`; nothing nests. */
function inline(source: string): Block[] {
  const found: Block[] = []
  let from = 0
  for (const match of source.matchAll(inlinePattern)) {
    if (match.index > from) found.push(plain(source.slice(from, match.index)))
    found.push(marked(match))
    from = match.index + match[0].length
  }
  if (from < source.length) found.push(plain(source.slice(from)))
  return found
}

const plain = (text: string): Block => ({ type: 'text', text })

function marked([, bold, italic, code, linked, href]: RegExpMatchArray): Block {
  if (bold) return { ...plain(bold), marks: [{ type: 'bold' }] }
  if (italic) return { ...plain(italic), marks: [{ type: 'italic' }] }
  if (code) return { ...plain(code), marks: [{ type: 'code' }] }
  return { ...plain(linked ?? ''), marks: [{ type: 'link', attrs: { href } }] }
}

export const p = (text = ''): Block =>
  text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: inline(text) }

const heading = (level: number, text: string): Block => ({
  type: 'heading',
  attrs: { level },
  content: inline(text),
})
export const h2 = (text: string) => heading(2, text)
export const h3 = (text: string) => heading(3, text)

/** An item is a line, or a line with the blocks below it. */
type Item = string | [string, ...Block[]]

const itemContent = (item: Item): Block[] => {
  const [line, ...below] = typeof item === 'string' ? [item] : item
  return [p(line), ...below]
}
const listItem = (item: Item): Block => ({ type: 'listItem', content: itemContent(item) })

export const ul = (...items: Item[]): Block => ({
  type: 'bulletList',
  content: items.map(listItem),
})
export const ol = (...items: Item[]): Block => ({
  type: 'orderedList',
  content: items.map(listItem),
})

const task = (checked: boolean, item: Item): Block => ({
  type: 'taskItem',
  attrs: { checked },
  content: itemContent(item),
})
export const done = (...item: [string, ...Block[]]): Block => task(true, item)
export const todo = (...item: [string, ...Block[]]): Block => task(false, item)
export const tasks = (...items: Block[]): Block => ({ type: 'taskList', content: items })

export const quote = (...lines: string[]): Block => ({
  type: 'blockquote',
  content: lines.map(p),
})

export const code = (language: string, ...lines: string[]): Block => ({
  type: 'codeBlock',
  attrs: { language },
  content: [plain(lines.join('\n'))],
})

export const rule = (): Block => ({ type: 'horizontalRule' })

const row = (type: 'tableHeader' | 'tableCell') => (cells: string[]) => ({
  type: 'tableRow',
  content: cells.map((cell) => ({ type, content: [p(cell)] })),
})

/** The first row is the header. */
export const table = ([header = [], ...rows]: string[][]): Block => ({
  type: 'table',
  content: [row('tableHeader')(header), ...rows.map(row('tableCell'))],
})

export const callout = (tone: CalloutTone, ...lines: string[]): Block => ({
  type: 'callout',
  attrs: { tone },
  content: lines.map(p),
})

/** Blocks that are folded away under a line. */
export const details = (summary: string, ...content: Block[]): Block => ({
  type: 'details',
  content: [
    { type: 'detailsSummary', content: inline(summary) },
    { type: 'detailsContent', content },
  ],
})
