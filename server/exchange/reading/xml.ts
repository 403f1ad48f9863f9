/** Files of XML as trees, and the few ways through them that their readers share. */
import type { Element, ElementContent, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'
import { decodeText } from './decode-text'
import type { Pack } from './pack'

export type Parent = Root | Element

/** Null for a part that is not there, or is no XML: a document can be read without most of them. */
export function partOf({ files }: Pack, name: string): Root | null {
  const text = decodeText(files.get(name) ?? new Uint8Array())?.text
  if (!text) return null
  try {
    return fromXml(printableXml(text))
  } catch (error) {
    if (error instanceof RangeError) throw error
    return null
  }
}

/** Without what no XML may hold; programs write it all the same. */
const printableXml = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out
  text.replace(/^\ufeff/, '').replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')

export const isNamed = (node: unknown, name: string): node is Element =>
  (node as Element).type === 'element' && (node as Element).name === name

export const childrenNamed = (parent: Parent | undefined, name: string): Element[] =>
  (parent?.children ?? []).filter((child): child is Element => isNamed(child, name))

export const childNamed = (parent: Parent | undefined, name: string): Element | undefined =>
  (parent?.children ?? []).find((child): child is Element => isNamed(child, name))

/** Down by names: `at(paragraph, 'w:pPr', 'w:numPr')`. */
export const at = (parent: Parent | undefined, ...names: string[]): Element | undefined =>
  names.reduce<Parent | undefined>((found, name) => childNamed(found, name), parent) as
    | Element
    | undefined

export const attributeOf = (element: Element | undefined, name: string): string | undefined =>
  element?.attributes[name] ?? undefined

export const settingOf = (element: Element | undefined): string | undefined =>
  attributeOf(element, 'w:val')

/** All below, those further up first. */
export function* elementsBelow(root: Parent): Generator<Element> {
  const waiting = [...root.children].reverse()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type !== 'element') continue
    yield node
    for (let nth = node.children.length - 1; nth >= 0; nth--)
      waiting.push(node.children[nth] as ElementContent)
  }
}

export const below = (root: Parent, name: string): Element[] =>
  [...elementsBelow(root)].filter((element) => element.name === name)

export const textBelow = (root: Parent, name: string): string =>
  below(root, name).map(wordsIn).join('')

export const wordsIn = ({ children }: Parent): string =>
  children.map((child) => ('value' in child ? child.value : '')).join('')

export const made = (
  name: string,
  attributes: Record<string, string> = {},
  children: ElementContent[] = [],
): Element => ({ type: 'element', name, attributes, children })

export const text = (value: string): ElementContent => ({ type: 'text', value })
