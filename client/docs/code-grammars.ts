/** A chunk of its own: the highlighter and the grammars people use most. */
import { common, createLowlight } from 'lowlight'

type Span = { from: number; to: number; class: string }
type Leaf = {
  type: string
  value?: string
  children?: Leaf[]
  properties?: { className?: unknown }
}

export type Grammars = { spans(language: string, code: string): Span[] }

export function loadGrammars(): Grammars {
  const lowlight = createLowlight(common)
  return {
    spans: (language, code) =>
      lowlight.registered(language)
        ? flatten(lowlight.highlight(language, code) as unknown as Leaf)
        : [],
  }
}

function flatten(root: Leaf): Span[] {
  const spans: Span[] = []
  let at = 0
  const visit = (node: Leaf, classes: string) => {
    if (node.value !== undefined) {
      const to = at + node.value.length
      if (classes !== '') spans.push({ from: at, to, class: classes })
      at = to
    }
    const own = node.properties?.className
    const inside = Array.isArray(own) ? `${classes} ${own.join(' ')}`.trim() : classes
    for (const child of node.children ?? []) visit(child, inside)
  }
  visit(root, '')
  return spans
}
