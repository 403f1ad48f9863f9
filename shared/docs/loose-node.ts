/** A node of a doc's JSON of which nothing is known yet. */
export type Loose = {
  type?: unknown
  attrs?: unknown
  content?: unknown
  text?: unknown
  marks?: unknown
}

export function childrenOf(node: unknown): Loose[] {
  const content = (node as Loose | null)?.content
  return Array.isArray(content) ? content.filter(isObject) : []
}

export const attrsOf = (node: Loose): Record<string, unknown> =>
  isObject(node.attrs) ? (node.attrs as Record<string, unknown>) : {}

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null

/** All its text, a line for each block; at any depth. */
export function wordsIn(root: Loose): string {
  const waiting: Loose[] = [root]
  let words = ''
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node.text === 'string') words += node.text
    else if (node.type === 'hardBreak') words += '\n'
    else if (words !== '' && node.type === 'paragraph') words += '\n'
    for (const child of childrenOf(node).reverse()) waiting.push(child)
  }
  return printable(words)
}

/** Without what no file format has room for: control characters, and halves of letters. */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '')
