// @vitest-environment happy-dom
import { docBody } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { readDocText } from '@atelier/shared/docs/read-doc'
import { Restoring } from '@atelier/shared/docs/restoring-edits'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { NodeSelection } from '@tiptap/pm/state'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { DistinctNodes } from './distinct-nodes'
import { docViews } from './doc-views'
import { GuardedBinding } from './guarded-binding'
import { readVersion } from './version-text'

const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function docOf(...lines: string[]): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(
    doc,
    newDocUpdate({ title: '', body: { type: 'doc', content: lines.map(paragraph) } }),
  )
  return doc
}

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
      DistinctNodes,
    ],
  })
  editors.push(editor)
  return editor
}

/** Of a page that is newer than this one. */
function hologram(words = 'from the future'): Y.XmlElement {
  const block = new Y.XmlElement('hologram')
  const line = new Y.XmlElement('beam')
  const text = new Y.XmlText()
  text.insert(0, words, { glow: { strength: 3 } })
  line.insert(0, [text])
  line.setAttribute('angle', 30 as unknown as string)
  block.insert(0, [line])
  block.setAttribute('depth', { of: [1, 2] } as unknown as string)
  return block
}

const shape = (doc: Y.Doc) => docBody(doc).toJSON()
const holograms = (doc: Y.Doc) => [
  ...docBody(doc).createTreeWalker(
    (type) => type instanceof Y.XmlElement && type.nodeName === 'hologram',
  ),
]
const idOf = (type: unknown) => (type as Y.XmlElement)._item?.id

const blockAt = (editor: Editor, nth: number) => {
  let at = 0
  for (let before = 0; before < nth; before++) at += editor.state.doc.child(before).nodeSize
  return at
}

const places: [string, (doc: Y.Doc) => void][] = [
  ['between blocks', (doc) => docBody(doc).insert(1, [hologram()])],
  ['in a line', (doc) => (docBody(doc).get(0) as Y.XmlElement).insert(1, [hologram()])],
  [
    'in a quote',
    (doc) => {
      const quote = new Y.XmlElement('blockquote')
      quote.insert(0, [new Y.XmlElement('paragraph'), hologram()])
      docBody(doc).insert(1, [quote])
    },
  ],
  [
    'where only items of a list may stand',
    (doc) => {
      const list = new Y.XmlElement('bulletList')
      list.insert(0, [hologram()])
      docBody(doc).insert(1, [list])
    },
  ],
]

describe('[S14] a block nobody here knows', () => {
  it.each(places)('%s stays as it is while others write around it', (_, put) => {
    const doc = docOf('One', 'Two')
    put(doc)
    const [before] = holograms(doc)
    const whole = JSON.stringify(before)
    const editor = open(doc)
    expect(shape(doc)).toContain('hologram')
    editor.commands.insertContentAt(1, 'typed ')
    editor.commands.insertContentAt(editor.state.doc.content.size, paragraph('end'))
    const [after] = holograms(doc)
    expect(idOf(after)).toEqual(idOf(before))
    expect(JSON.stringify(after)).toBe(whole)
    expect(readDocText(doc).text).toMatch(/^typed One/)
    expect(editor.view.dom.textContent).toContain('from the future')
  })

  it.each(places)('%s may arrive while somebody writes', (_, put) => {
    const doc = docOf('One', 'Two')
    const editor = open(doc)
    const other = docOf('One', 'Two')
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const news = new Y.Doc()
    Y.applyUpdate(news, Y.encodeStateAsUpdate(doc))
    put(news)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(news), 'wire')
    editor.commands.insertContentAt(1, 'typed ')
    expect(holograms(doc)).toHaveLength(1)
    expect(readDocText(doc).text).toMatch(/^typed One/)
  })

  it('says only its words', () => {
    const doc = docOf('One')
    docBody(doc).insert(1, [hologram('<img src=x onerror=alert(1)>')])
    const { dom } = open(doc).view
    expect(dom.querySelector('img')).toBe(null)
    expect(dom.textContent).toContain('<img src=x')
  })

  it('can be removed, and comes back whole by undo', () => {
    const doc = docOf('One', 'Two')
    docBody(doc).insert(1, [hologram()])
    const before = shape(doc)
    const editor = open(doc)
    const at = blockAt(editor, 1)
    editor.view.dispatch(
      editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)).deleteSelection(),
    )
    expect(holograms(doc)).toHaveLength(0)
    editor.commands.undo()
    expect(shape(doc)).toBe(before)
  })

  it('comes along whole when it is moved, wrapped or copied', () => {
    const doc = docOf('One', 'Two')
    docBody(doc).insert(1, [hologram()])
    const whole = holograms(doc).map(String)
    const editor = open(doc)
    const node = editor.state.doc.child(1)
    const { tr } = editor.state
    const at = blockAt(editor, 1)
    editor.view.dispatch(tr.delete(at, at + 1).insert(0, node))
    expect(holograms(doc).map(String)).toEqual(whole)
    const quote = editor.schema.nodes.blockquote?.create(null, editor.state.doc.child(0))
    editor.view.dispatch(editor.state.tr.replaceWith(0, 1, quote ?? []))
    expect(holograms(doc).map(String)).toEqual(whole)
    editor.view.dispatch(editor.state.tr.insert(0, node))
    expect(holograms(doc).map(String)).toEqual([...whole, ...whole])
    expect(shape(doc)).not.toContain('inert')
    const ids = holograms(doc).map(idOf)
    editor.commands.insertContentAt(editor.state.doc.content.size, paragraph('end'))
    expect(holograms(doc).map(idOf)).toEqual(ids)
  })

  it('is in the versions of the doc, and comes back with them', () => {
    const doc = docOf('One', 'Two')
    docBody(doc).insert(1, [hologram()])
    const before = shape(doc)
    const then = readVersion(Y.encodeStateAsUpdate(doc))
    docBody(doc).delete(1, 2)
    const live = readVersion(Y.encodeStateAsUpdate(doc))
    new Restoring(doc).restore(live.body, then)
    expect(shape(doc)).toBe(before)
  })
})

describe('[S14] a mark nobody here knows', () => {
  const marked = (value: unknown) => {
    const doc = docOf('One letter', 'Two')
    const text = (docBody(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText
    text.format(4, 1, { evil: value })
    return { doc, text }
  }

  it.each([[{}], [{ strength: 3 }], [true], ['javascript:alert(1)'], [[1]]])(
    'as %j changes nothing about the words, which can be written on',
    (value) => {
      const { doc, text } = marked(value)
      const editor = open(doc)
      editor.commands.insertContentAt(11, ' more')
      editor.commands.insertContentAt(5, 'x')
      editor.commands.insertContentAt(1, 'typed ')
      expect(editor.getText()).toContain('typed One xletter more')
      expect(readDocText(doc).text).toBe('typed One xletter more\nTwo')
      const [, letter] = text.toDelta()
      expect(letter.attributes).toHaveProperty('evil')
      expect(editor.view.dom.innerHTML).not.toContain('alert')
    },
  )

  it('stays what it is where it has attributes', () => {
    const { doc, text } = marked({ strength: 3 })
    open(doc).commands.insertContentAt(1, 'typed ')
    expect(text.toDelta()[1].attributes).toEqual({ evil: { strength: 3 } })
  })

  it('goes with the formatting that is cleared', () => {
    const { doc, text } = marked({})
    open(doc).chain().selectAll().unsetAllMarks().run()
    expect(text.toDelta()).toEqual([{ insert: 'One letter' }])
  })

  it('does not hide words of a version', () => {
    const { doc } = marked({})
    expect(readVersion(Y.encodeStateAsUpdate(doc)).body.textContent).toBe('One letterTwo')
  })

  it('is met by any number without harm', () => {
    const doc = docOf('x'.repeat(2000))
    const text = (docBody(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText
    doc.transact(() => {
      for (let at = 0; at < 2000; at++) text.format(at, 1, { [`evil${at}`]: {} })
    })
    const editor = open(doc)
    editor.commands.insertContentAt(1, 'typed ')
    expect(readDocText(doc).text).toMatch(/^typed xxx/)
    expect(Object.keys(editor.schema.marks).length).toBeLessThan(600)
  })
})

describe('what does not fit together', () => {
  it('keeps the words of an item without a line of its own', () => {
    const doc = docOf('One')
    const [outer, item, inner] = ['bulletList', 'listItem', 'bulletList'].map(
      (name) => new Y.XmlElement(name),
    )
    const [leaf, line, words] = [
      new Y.XmlElement('listItem'),
      new Y.XmlElement('paragraph'),
      new Y.XmlText(),
    ]
    words.insert(0, 'deep')
    line.insert(0, [words])
    leaf.insert(0, [line])
    inner?.insert(0, [leaf])
    item?.insert(0, [inner as Y.XmlElement])
    outer?.insert(0, [item as Y.XmlElement])
    docBody(doc).insert(1, [outer as Y.XmlElement])
    const editor = open(doc)
    editor.commands.insertContentAt(1, 'typed ')
    expect(readDocText(doc).text).toBe('typed One\ndeep')
    expect(editor.state.doc.child(1).type.name).toBe('bulletList')
  })

  it('keeps the words of a bold line of code, which is not bold', () => {
    const doc = docOf('One')
    const code = new Y.XmlElement('codeBlock')
    const words = new Y.XmlText()
    words.insert(0, 'let x', { bold: {} })
    code.insert(0, [words])
    docBody(doc).insert(1, [code])
    const editor = open(doc)
    expect(editor.getText()).toContain('let x')
    expect(readDocText(doc).text).toBe('One\nlet x')
  })

  it('is cleared away where it says nothing', () => {
    const doc = docOf('One')
    docBody(doc).insert(1, [new Y.XmlElement('bulletList')])
    open(doc).commands.insertContentAt(1, 'typed ')
    expect(shape(doc)).not.toContain('bulletlist')
  })
})
