/**
 * A formula as a line of text: signs for commands, what is raised or lowered said by each run, and
 * brackets where a line has no other way. For formats that set no formulas.
 */
import { isElement, textIn } from '@atelier/shared/docs/reading-hast'
import type { Element, ElementContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import katex from 'katex'

export type MathsRun = { text: string; place?: 'sub' | 'sup'; italics?: true }

/** The LaTeX itself where it is none that is known. */
export function mathsRuns(latex: string): MathsRun[] {
  try {
    const markup = katex.renderToString(latex, {
      output: 'mathml',
      trust: false,
      strict: 'ignore',
      maxExpand: 200,
      maxSize: 20,
    })
    const root = fromHtml(markup, { fragment: true })
    const semantics = find(root.children, 'semantics')
    const runs = semantics ? runsIn(semantics.children.slice(0, 1)) : []
    return runs.length > 0 ? joined(runs) : [{ text: latex, italics: true }]
  } catch {
    return [{ text: latex, italics: true }]
  }
}

function find(
  nodes: readonly ElementContent[] | readonly unknown[],
  tagName: string,
): Element | null {
  for (const node of nodes as ElementContent[]) {
    if (node.type !== 'element') continue
    if (node.tagName === tagName) return node
    const inside = find(node.children, tagName)
    if (inside) return inside
  }
  return null
}

const runsIn = (nodes: readonly ElementContent[]): MathsRun[] =>
  nodes.flatMap((node) => (node.type === 'element' ? runsOf(node) : []))

function runsOf(element: Element): MathsRun[] {
  const parts = element.children.filter((child) => isElement(child))
  const [first, second, third] = parts
  const part = (node: ElementContent | undefined) => (node ? runsIn([node]) : [])
  switch (element.tagName) {
    case 'mi': {
      const text = textIn(element)
      return [
        { text, ...([...text].length === 1 && /\p{L}/u.test(text) && { italics: true as const }) },
      ]
    }
    case 'mo':
      return [{ text: spaced(textIn(element)) }]
    case 'mspace':
      return [{ text: ' ' }]
    case 'msub':
    case 'munder':
      return [...part(first), ...placed(part(second), 'sub')]
    case 'msup':
    case 'mover':
      return [...part(first), ...placed(part(second), 'sup')]
    case 'msubsup':
    case 'munderover':
      return [...part(first), ...placed(part(second), 'sub'), ...placed(part(third), 'sup')]
    case 'mfrac':
      return [...bracketed(part(first)), { text: ' / ' }, ...bracketed(part(second))]
    case 'msqrt':
      return [{ text: '√' }, ...bracketed(runsIn(parts))]
    case 'mroot':
      return [...placed(part(second), 'sup'), { text: '√' }, ...bracketed(part(first))]
    case 'mtr':
      return [
        ...parts.flatMap((cell, at) => [...(at > 0 ? [{ text: ', ' }] : []), ...part(cell)]),
        { text: '; ' },
      ]
    default:
      return parts.length > 0 ? runsIn(element.children) : [{ text: textIn(element) }]
  }
}

/** Between what is compared or added there is room. */
const spaced = (sign: string) =>
  /^[=<>≤≥≠≈≡∼→←↔⇒⇔∈∉⊂⊆∪∩+−±×⋅·]$/u.test(sign) ? ` ${sign} ` : sign.replace(/[\u2061-\u2064]/g, '')

const placed = (runs: readonly MathsRun[], place: 'sub' | 'sup'): MathsRun[] =>
  runs.map((run) => ({
    ...run,
    text: run.text.trim() === '' ? run.text : run.text.replace(/^ | $/g, ''),
    place,
  }))

function bracketed(runs: readonly MathsRun[]): MathsRun[] {
  const letters = runs.map(({ text }) => text).join('')
  return [...letters].length > 1 ? [{ text: '(' }, ...runs, { text: ')' }] : [...runs]
}

function joined(runs: readonly MathsRun[]): MathsRun[] {
  const all: MathsRun[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (last && last.place === run.place && last.italics === run.italics) last.text += run.text
    else if (run.text !== '') all.push({ ...run })
  }
  return all
}
