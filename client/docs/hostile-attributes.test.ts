// @vitest-environment happy-dom
import { docBody } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { docSchema, newDocUpdate } from '@atelier/shared/docs/new-doc'
import { readDocText } from '@atelier/shared/docs/read-doc'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Fragment, type Node } from '@tiptap/pm/model'
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CodeColours } from './code-colours'
import { docViews } from './doc-views'
import { GuardedBinding } from './guarded-binding'

const hostile: unknown[] = [
  {},
  { toString: 'x', length: -1 },
  { prototype: {}, onclick: 'alert(1)' },
  [],
  ['onclick', 'alert(1)'],
  ['script', { src: 'javascript:alert(1)' }, 0],
  [1e9, -5, 'x'],
  [[[[{}]]]],
  1e9,
  -1,
  0,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  new Uint8Array(8),
  true,
  false,
  null,
  '',
  '7',
  'javascript:alert(1)',
  '"><img src=x onerror=alert(1)><script>alert(1)</script>',
  'red;background:url(javascript:alert(1))',
  'bubble-menu fixed inset-0',
  '__proto__',
  '\u0000\u202e',
  'x'.repeat(200_000),
]

const schema = docSchema()
const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

const parents: Record<string, string> = {
  listItem: 'bulletList',
  taskItem: 'taskList',
  tableCell: 'tableRow',
  tableHeader: 'tableRow',
  tableRow: 'table',
}

/** The node in as much around it as a doc asks for. */
function placed(node: Node): Node {
  const parent = node.isInline ? 'paragraph' : parents[node.type.name]
  const type = parent === undefined ? undefined : schema.nodes[parent]
  return type ? placed(type.create(null, node)) : node
}

function sampleOf(name: string): Node {
  const made = schema.nodes[name]?.createAndFill()
  if (!made) throw new Error(`no sample of ${name}`)
  return placed(made)
}

const line = (text: string, marks = {}) =>
  schema.node('paragraph', null, schema.text(text, Object.values(marks)))

/** As it comes over the wire. */
function received(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** A doc that begins with a line to type in; `spoil` then writes what no editor would. */
function docWith(blocks: Node[], spoil: (elements: Y.XmlElement[]) => void): Y.Doc {
  const doc = new Y.Doc()
  const body = schema.node('doc', null, Fragment.from([line('start'), ...blocks]))
  prosemirrorJSONToYXmlFragment(schema, body.toJSON(), docBody(doc))
  doc.transact(() => spoil(docBody(doc).toArray().slice(1) as Y.XmlElement[]))
  return received(doc)
}

const elementNamed = (root: Y.XmlElement, name: string): Y.XmlElement =>
  root.nodeName === name
    ? root
    : ([
        ...root.createTreeWalker((type) => type instanceof Y.XmlElement && type.nodeName === name),
      ][0] as Y.XmlElement)

function open(doc: Y.Doc): Editor {
  const editor = new Editor({
    extensions: [
      ...docExtensions(undefined, docViews),
      Collaboration.configure({ fragment: docBody(doc) }),
      GuardedBinding.configure({
        fragment: docBody(doc),
        onFault(error) {
          throw error
        },
      }),
      CodeColours,
    ],
  })
  editors.push(editor)
  return editor
}

/** Nothing in the page runs, and everything still works. */
function expectHarmless(doc: Y.Doc): void {
  const editor = open(doc)
  for (const element of editor.view.dom.querySelectorAll('*')) {
    expect(['SCRIPT', 'IFRAME', 'OBJECT']).not.toContain(element.tagName)
    for (const { name, value } of element.attributes) {
      expect(name).not.toMatch(/^on/)
      if (['href', 'src', 'style', 'action'].includes(name))
        expect(value).not.toMatch(/javascript:|url\(/)
    }
  }
  const other = received(doc)
  const others = open(other)
  editor.commands.insertContentAt(1, 'typed ')
  editor.commands.insertContentAt(editor.state.doc.content.size, { type: 'paragraph' })
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)))
  expect(others.getText().startsWith('typed start')).toBe(true)
  expect(others.state.doc.toJSON()).toEqual(editor.state.doc.toJSON())
  expect(readDocText(doc)).toEqual(readDocText(other))
  const again = new Y.Doc()
  Y.applyUpdate(again, newDocUpdate({ title: '', body: editor.getJSON() }))
  expect(readDocText(again).text).toMatch(/^typed start/)
}

const nodeAttributes = Object.values(schema.nodes).flatMap((type) =>
  Object.keys(type.spec.attrs ?? {}).map((attribute) => [type.name, attribute] as const),
)
const markAttributes = Object.values(schema.marks).map(
  (type) => [type.name, Object.keys(type.spec.attrs ?? {})] as const,
)

describe('whatever somebody writes into the room', () => {
  it.each(nodeAttributes)('as %s.%s is inert, and the doc goes on', (name, attribute) => {
    const blocks = hostile.map(() => sampleOf(name))
    expectHarmless(
      docWith(blocks, (elements) => {
        for (const [place, value] of hostile.entries()) {
          const element = elementNamed(elements[place] as Y.XmlElement, name)
          element.setAttribute(attribute, value as string)
          element.setAttribute('onclick', 'alert(1)')
        }
      }),
    )
  })

  it.each(markAttributes)('as a mark %s is inert, and the doc goes on', (name, attributes) => {
    const blocks = hostile.map(() => line('marked'))
    expectHarmless(
      docWith(blocks, (elements) => {
        for (const [place, value] of hostile.entries()) {
          const words = (elements[place] as Y.XmlElement).get(0) as Y.XmlText
          const given = Object.fromEntries(attributes.map((attribute) => [attribute, value]))
          words.format(0, 3, { [name]: { ...given, onclick: 'alert(1)' } })
          if (value !== null) words.format(3, 3, { [name]: value })
        }
      }),
    )
  })

  it('as an object among the letters is inert, and the doc goes on', () => {
    expectHarmless(
      docWith([line('words')], ([element]) => {
        const words = element?.get(0) as Y.XmlText
        words.insertEmbed(2, { image: 'javascript:alert(1)' })
        words.insertEmbed(0, new Y.Map())
      }),
    )
  })

  it('as a table of any size is cut to one that can be drawn', () => {
    expectHarmless(
      docWith([sampleOf('tableCell')], ([table]) => {
        const cell = elementNamed(table as Y.XmlElement, 'tableCell')
        cell.setAttribute('colspan', (2 ** 31) as unknown as string)
        cell.setAttribute('rowspan', (2 ** 31) as unknown as string)
        cell.setAttribute('colwidth', Array(50_000).fill(1e9) as unknown as string)
      }),
    )
  })

  it('as a table of one long row and many short ones is let go, and the doc goes on', () => {
    const doc = docWith([sampleOf('tableCell'), line('end')], ([table]) => {
      for (let at = 0; at < 2000; at++) {
        const row = new Y.XmlElement('tableRow')
        table?.insert(table.length, [row])
        const width = at === 0 ? 2000 : 1
        for (let column = 0; column < width; column++) {
          const cell = new Y.XmlElement('tableCell')
          row.insert(column, [cell])
          cell.insert(0, [new Y.XmlElement('paragraph')])
        }
      }
    })
    expectHarmless(doc)
  })

  it.each([
    ['bare words', () => new Y.XmlText('bare')],
    ['a hook', () => new Y.XmlHook('script')],
    ['a map', () => new Y.Map()],
    ['an array', () => new Y.Array()],
    ['a text', () => new Y.Text('text')],
    ['an item of no list', () => new Y.XmlElement('listItem')],
    ['a cell of no table', () => new Y.XmlElement('tableCell')],
    ['a doc', () => new Y.XmlElement('doc')],
    ['a text node', () => new Y.XmlElement('text')],
    ['an empty toggle', () => new Y.XmlElement('details')],
  ])('as %s where a block should be, the doc goes on', (_, make) => {
    const doc = docWith([line('end')], () => undefined)
    const editor = open(doc)
    const sender = received(doc)
    const body = docBody(sender)
    body.insert(1, [make() as Y.XmlText])
    ;(body.get(2) as Y.XmlElement).insert(0, [make() as Y.XmlText])
    expectHarmless(received(sender))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(sender))
    editor.commands.insertContentAt(1, 'still ')
    expect(readDocText(doc).text).toMatch(/^still start/)
  })
})
