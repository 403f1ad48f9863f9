/** What Markdown's parser leaves as plain text: alerts, empty tasks, `==…==`; and dollars that are money. */
import type {
  Blockquote,
  ListItem,
  Nodes,
  Paragraph,
  Parents,
  PhrasingContent,
  Root,
  Text,
} from 'mdast'

const tones: Record<string, string> = {
  NOTE: 'info',
  INFO: 'info',
  IMPORTANT: 'info',
  TIP: 'tip',
  SUCCESS: 'tip',
  WARNING: 'warning',
  CAUTION: 'danger',
  DANGER: 'danger',
}

/** Changes and returns `tree`, which was parsed from `source`. Never recursive. */
export function markdownDialect(tree: Root, source: string): Root {
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const { type, children } = node as { type: string; children?: unknown }
    if (type === 'blockquote') readAlert(node as Blockquote, source)
    else if (type === 'listItem') readEmptyTask(node as ListItem, source)
    if (!children) continue
    const inside = (node as Parents).children.flatMap((child) =>
      readInline(child as PhrasingContent, source),
    )
    Object.assign(node, { children: inside })
    waiting.push(...inside)
  }
  return tree
}

const sourceOf = (node: Nodes, source: string): string =>
  source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0)

const firstText = (node: Blockquote | ListItem): [Paragraph, Text] | null => {
  const [line] = node.children
  const text = line?.type === 'paragraph' ? line.children[0] : undefined
  return line?.type === 'paragraph' && text?.type === 'text' ? [line, text] : null
}

/** `> [!NOTE]`, unless it was written `\[!NOTE]`. */
function readAlert(quote: Blockquote, source: string): void {
  const found = firstText(quote)
  if (!found) return
  const [line, text] = found
  const [sign, word = ''] = /^\[!(\w+)\][ \t]*(?:\n|$)/.exec(text.value) ?? []
  const tone = tones[word.toUpperCase()]
  if (sign === undefined || !tone) return
  if (!sourceOf(text, source).startsWith('[!')) return
  text.value = text.value.slice(sign.length)
  if (text.value === '') line.children.shift()
  if (line.children[0]?.type === 'break') line.children.shift()
  if (line.children.length === 0) quote.children.shift()
  quote.data = { hName: 'aside', hProperties: { dataCallout: '', dataTone: tone } }
}

/** GitHub's extension wants words after the box. */
function readEmptyTask(item: ListItem, source: string): void {
  const found = firstText(item)
  if (!found || typeof item.checked === 'boolean') return
  const [line, text] = found
  const [, box] = /^\[([ xX])\]\s*$/.exec(text.value) ?? []
  if (box === undefined || line.children.length > 1) return
  if (!sourceOf(text, source).startsWith('[')) return
  item.checked = box !== ' '
  line.children = []
}

function readInline(node: PhrasingContent, source: string): PhrasingContent[] {
  if (node.type === 'text') return highlightsIn(node, source)
  if ((node.type as string) === 'inlineMath' && isMoney(node, source)) {
    return [{ type: 'text', value: sourceOf(node, source) }]
  }
  return [node]
}

/** Only where nothing in the text was escaped. */
function highlightsIn(text: Text, source: string): PhrasingContent[] {
  if (!text.value.includes('==') || sourceOf(text, source) !== text.value) return [text]
  const pieces = text.value.split(/(?<![\w=])==(?=[^\s=])(.*?[^\s=])==(?![\w=])/s)
  return pieces.flatMap((piece, at): PhrasingContent[] => {
    if (at % 2 === 0) return piece === '' ? [] : [{ type: 'text', value: piece }]
    return [{ type: 'text', value: piece, data: { hName: 'mark' } } as never]
  })
}

/** `$5 and $6`: no formula begins or ends with a space, or ends before a digit. */
function isMoney(node: PhrasingContent, source: string): boolean {
  const written = sourceOf(node, source)
  if (written.startsWith('$$')) return false
  const next = source[node.position?.end.offset ?? source.length] ?? ''
  return /^\$\s|\s\$$/.test(written) || /\d/.test(next)
}
