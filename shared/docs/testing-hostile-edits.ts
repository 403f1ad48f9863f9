/** What no editor writes, in all the places where it could be written into a text. */

import * as Y from 'yjs'
import { docBody } from './doc'
import { docOf, docSchema, newDocUpdate } from './new-doc'

const elsewhere = 'https://elsewhere.example/pixel.png'
const values: unknown[] = [
  { toString: 'x', length: -1 },
  { onclick: 'window.hurt=1' },
  ['script', { src: elsewhere }, 0],
  [1e9, -5, 'x'],
  1e9,
  -1,
  Number.NaN,
  new Uint8Array(8),
  true,
  'javascript:window.hurt=1',
  elsewhere,
  '//elsewhere.example/pixel.png',
  '"><img src=x onerror="window.hurt=1"><script>window.hurt=1</script>',
  `red;background:url(${elsewhere})`,
  '\\href{javascript:window.hurt=1}{x}\\includegraphics{https://elsewhere.example/pixel.png}',
  'fixed inset-0',
  '__proto__',
  '\u0000\u202e',
  'x'.repeat(5000),
]
const markup = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>'

const schema = docSchema()
type Node = ReturnType<typeof schema.node>
const parents: Record<string, string> = {
  listItem: 'bulletList',
  taskItem: 'taskList',
  tableCell: 'tableRow',
  tableHeader: 'tableRow',
  tableRow: 'table',
  detailsSummary: 'details',
  detailsContent: 'details',
}

/** The node in as much around it as a doc asks for. */
function placed(node: Node): Node {
  const parent = node.isInline ? 'paragraph' : parents[node.type.name]
  const around = parent === undefined ? undefined : schema.nodes[parent]?.createAndFill(null, node)
  return around ? placed(around) : node
}

const samples = new Map<string, Y.XmlElement | null>()

/** As an editor writes it, with what it stands in. */
function sampleOf(name: string): Y.XmlElement | null {
  const known = samples.get(name)
  if (known !== undefined) return known
  const node = name === 'doc' || name === 'text' ? null : schema.nodes[name]?.createAndFill()
  const body = { type: 'doc', content: node ? [placed(node).toJSON()] : [] }
  const sample = node ? docBody(docOf(newDocUpdate({ title: '', body }))).get(0) : null
  samples.set(name, sample as Y.XmlElement | null)
  return sample as Y.XmlElement | null
}

const isNamed = (name: string) => (type: unknown) =>
  type instanceof Y.XmlElement && type.nodeName === name

/** A sample of this node with these attributes, in no room yet. */
function spoilt(name: string, attributes: Record<string, unknown>): Y.XmlElement[] {
  const draft = new Y.Doc().getXmlFragment('draft')
  draft.insert(
    0,
    [sampleOf(name)].flatMap((sample) => (sample ? [sample.clone()] : [])) as Y.XmlElement[],
  )
  const [found] = draft.createTreeWalker(isNamed(name))
  for (const [key, value] of Object.entries(attributes)) {
    if (found instanceof Y.XmlElement) found.setAttribute(key, value as string)
  }
  return draft.toArray().map((block) => block.clone() as Y.XmlElement)
}

function line(words: string, attributes: Record<string, unknown> = {}): Y.XmlElement {
  const [block, text] = [new Y.XmlElement('paragraph'), new Y.XmlText()]
  text.insert(0, words, attributes)
  block.insert(0, [text])
  return block
}

const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement => {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}

function* spoiltNodes(): Iterable<Y.XmlElement> {
  for (const { name, spec } of Object.values(schema.nodes)) {
    for (const attribute of Object.keys(spec.attrs ?? { none: null })) {
      for (const value of values) {
        yield* spoilt(name, {
          [attribute]: value,
          onclick: 'window.hurt=1',
          style: `background:url(${elsewhere})`,
        })
      }
    }
  }
}

function* spoiltMarks(): Iterable<Y.XmlElement> {
  for (const { name, spec } of Object.values(schema.marks)) {
    for (const value of values) {
      const attributes = Object.keys(spec.attrs ?? {}).map((attribute) => [attribute, value])
      yield line(markup, {
        [name]: { ...Object.fromEntries(attributes), onclick: 'window.hurt=1' },
      })
      yield line('marked', { [name]: value })
    }
  }
}

function unknownBlock(name: string): Y.XmlElement {
  const block = element(name, line(markup))
  for (const attribute of ['src', 'href', 'srcdoc']) block.setAttribute(attribute, elsewhere)
  block.setAttribute('onload', 'window.hurt=1')
  block.setAttribute('source', { type: 'script', attrs: { src: elsewhere } } as unknown as string)
  return block
}

function* unknown(): Iterable<Y.XmlElement> {
  for (const name of [
    'script',
    'iframe',
    'img',
    'svg',
    'hologram',
    'inertBlock',
    '__proto__',
    '',
  ]) {
    yield unknownBlock(name)
    yield element('blockquote', new Y.XmlElement('paragraph'), unknownBlock(name))
    yield element('paragraph', unknownBlock(name))
    yield element('bulletList', unknownBlock(name))
  }
  for (const name of ['evil', 'script', '__proto__', 'glow--AAAAAAA=']) {
    yield line(markup, { [name]: true })
    yield line(markup, { [name]: { src: elsewhere, onclick: 'window.hurt=1' } })
  }
}

function* misplaced(): Iterable<Y.XmlElement> {
  for (const name of Object.keys(schema.nodes)) {
    if (name === 'text') continue
    yield element('blockquote', element(name))
    yield element('paragraph', element(name, line(markup)))
    yield element('table', element(name))
  }
}

/** In the body, in steps that fit into frames. */
export function writeHostile(doc: Y.Doc): number {
  const body = docBody(doc)
  const parts = [spoiltNodes, spoiltMarks, unknown, misplaced].map((part) => [...part()])
  for (const part of parts) {
    for (let from = 0; from < part.length; from += 100) {
      doc.transact(() => body.insert(body.length, part.slice(from, from + 100)), 'attacker')
    }
  }
  doc.transact(() => {
    const odd = new Y.XmlElement('paragraph')
    const words = new Y.XmlText()
    body.insert(body.length, [
      odd,
      new Y.XmlText(markup),
      new Y.XmlHook('script') as unknown as Y.XmlElement,
    ])
    odd.insert(0, [words])
    words.insertEmbed(0, { image: elsewhere })
    body.insert(body.length, [line('the end')])
  }, 'attacker')
  return parts.flat().length
}
