// @vitest-environment happy-dom
import { docBody } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { readDocText } from '@atelier/shared/docs/read-doc'
import { type AnyExtension, Editor, Extension } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Plugin } from '@tiptap/pm/state'
import { yCursorPluginKey, ySyncPluginKey } from '@tiptap/y-tiptap'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { openReadingCopy } from '../sync/reading-copy'
import { CaretFirst } from './caret-first'
import { GuardedBinding } from './guarded-binding'
import { RoomCarets } from './room-carets'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const editors: Editor[] = []

function closeEditors(): void {
  for (const editor of editors.splice(0)) editor.destroy()
}

function edit(fragment: Y.XmlFragment, ...more: AnyExtension[]): Editor {
  const editor = new Editor({
    extensions: [...docExtensions(), Collaboration.configure({ fragment }), ...more],
  })
  editors.push(editor)
  return editor
}

/** Two people in one doc; `exchange` sends each what the other wrote. */
function together(...text: string[]) {
  const update = newDocUpdate({
    title: '',
    body: { type: 'doc', content: text.map(paragraph) },
  })
  const docs = [new Y.Doc(), new Y.Doc()] as const
  for (const doc of docs) Y.applyUpdate(doc, update)
  const [ada, ben] = docs
  const exchange = () => {
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada, Y.encodeStateVector(ben)), 'wire')
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben, Y.encodeStateVector(ada)), 'wire')
  }
  return { ada, ben, exchange, adas: edit(docBody(ada)), bens: edit(docBody(ben)) }
}

afterEach(closeEditors)

describe('two people in one paragraph', () => {
  it('keep each other’s words whole, at both ends and in the middle', () => {
    const { ada, ben, exchange, adas, bens } = together('middle')
    for (const letter of 'start ') adas.commands.insertContentAt(adas.state.selection.to, letter)
    adas.commands.insertContentAt(1, 'A')
    for (const letter of ' end') bens.commands.insertContentAt(7 + ' end'.indexOf(letter), letter)
    exchange()
    expect(adas.getText()).toBe(bens.getText())
    expect(adas.getText()).toContain('middle end')
    expect(readDocText(ada)).toEqual(readDocText(ben))
  })

  it('opening a doc changes nothing in it', () => {
    const { ada, ben } = together('One', 'Two')
    expect(Y.encodeStateVector(ada)).toEqual(Y.encodeStateVector(ben))
    expect(readDocText(ada).text).toBe('One\nTwo')
  })

  it('undo only their own', () => {
    const { exchange, adas, bens } = together('Text')
    adas.commands.insertContentAt(5, ' by Ada')
    exchange()
    bens.commands.insertContentAt(1, 'Ben: ')
    exchange()
    adas.commands.undo()
    exchange()
    expect(bens.getText()).toBe('Ben: Text')
  })
})

describe('hostile content', () => {
  it('makes no link live that runs something', () => {
    const doc = new Y.Doc()
    const block = new Y.XmlElement('paragraph')
    const words = new Y.XmlText()
    docBody(doc).insert(0, [block])
    block.insert(0, [words])
    words.insert(0, 'click', { link: { href: 'javascript:alert(1)' } })
    words.insert(0, 'mine ', { link: { href: 'https://example.org', onclick: 'alert(1)' } })
    const { dom } = edit(docBody(doc)).view
    const links = [...dom.querySelectorAll('a')]
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://example.org'])
    expect(dom.innerHTML).not.toContain('alert')
  })

  it('shows markup in words as words', () => {
    const { adas } = together('<img src=x onerror=alert(1)>')
    expect(adas.view.dom.querySelector('img')).toBe(null)
    expect(adas.getText()).toContain('<img')
  })
})

describe('[S14] content from a newer page', () => {
  const newer = () => {
    const block = new Y.XmlElement('hologram')
    block.insert(0, [new Y.XmlText('from the future')])
    return block
  }

  it('survives being read, in a copy that nothing flows back from', () => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, newDocUpdate({ title: '' }))
    docBody(doc).insert(0, [newer()])
    const copy = openReadingCopy(docBody(doc))
    const reader = edit(copy?.fragment ?? docBody(doc))
    docBody(doc).insert(0, [newer()])
    expect(reader.getText().match(/from the future/g)).toHaveLength(2)
    expect(readDocText(doc).text).toBe('from the future\nfrom the future')
    copy?.close()
  })

  it('a copy follows the live text, also of a fragment deep inside', () => {
    const doc = new Y.Doc()
    const card = doc.getMap('cards').set('one', new Y.XmlFragment())
    card.insert(0, [new Y.XmlElement('paragraph')])
    const copy = openReadingCopy(card)
    card.insert(1, [new Y.XmlElement('paragraph')])
    expect(copy?.fragment.length).toBe(2)
    copy?.close()
  })
})

describe('what others send beside their words', () => {
  const point = (position: unknown) => ({ anchor: position, head: position })
  const item = (client: number, clock: unknown) => point({ item: { client, clock } })

  it.each([
    ['a negative clock', (writer: number) => item(writer, -1)],
    ['half a clock', (writer: number) => item(writer, 0.5)],
    ['a clock nobody has reached', (writer: number) => item(writer, 2 ** 40)],
    ['an item that is none', () => point({ item: 7 })],
    ['no position at all', () => point('x')],
    ['nothing', () => point(null)],
    ['half a cursor', () => ({})],
    ['a type nobody has', (writer: number) => point({ type: { client: writer, clock: 10 ** 6 } })],
    ['a place of another name', () => point({ tname: 'elsewhere' })],
  ])('[S12] %s as a cursor costs nobody a letter', (_, cursor) => {
    const { ada, ben, exchange, bens } = together('Text')
    const awareness = new Awareness(ada)
    const adas = edit(
      docBody(ada),
      RoomCarets.configure({ awareness, fragment: docBody(ada), myId: 'ada' }),
    )
    const writer = [...ben.store.clients.keys()][0] ?? 0
    const mallory = { id: 'mallory', name: 'Mallory', colour: 'red' }
    const roots = ada.share.size
    awareness.states.set(99, { person: mallory, cursor: cursor(writer) })
    const heard = { added: [99], updated: [], removed: [] }
    awareness.emit('change', [heard, 'wire'])
    bens.commands.insertContentAt(5, ' by Ben')
    exchange()
    adas.commands.insertContentAt(1, 'Ada: ')
    exchange()
    expect(readDocText(ben).text).toBe('Ada: Text by Ben')
    expect(adas.getText()).toBe('Ada: Text by Ben')
    expect(ada.share.size).toBe(roots)
    awareness.destroy()
  })

  it('a caret that comes when the editor has just left the page harms nobody', () => {
    const { ada } = together('Text')
    const awareness = new Awareness(ada)
    const fragment = docBody(ada)
    const carets = RoomCarets.configure({ awareness, fragment, myId: 'ada' })
    const adas = edit(fragment, carets, CaretFirst)
    const { view } = adas
    const moved = adas.state.tr.setMeta(yCursorPluginKey, { awarenessUpdated: true })
    adas.unmount()
    expect(() => view.dispatch(moved)).not.toThrow()
    awareness.destroy()
  })

  it('what is written because of their words, in the same breath, breaks no editor', () => {
    const { ada, exchange, bens } = together('First of all', 'Second', 'The caret is here')
    const onFault = vi.fn()
    const adas = edit(docBody(ada), GuardedBinding.configure({ onFault }))
    adas.commands.setTextSelection(adas.state.doc.content.size - 2)
    ada.once('afterTransaction', () => docBody(ada).delete(0))
    bens.commands.deleteRange({ from: 0, to: 14 })
    exchange()
    expect(onFault).not.toHaveBeenCalled()
    expect(adas.getText()).toBe('The caret is here')
    adas.commands.insertContent('!')
    expect(adas.getText()).toBe('The caret is her!e')
  })

  it('a caret in a block that nobody can show any more costs nobody the editor', () => {
    const { ada, ben, exchange, adas: first, bens } = together('One', 'The caret is here')
    first.destroy()
    bens.commands.setTextSelection(20)
    bens.commands.wrapIn('callout')
    bens.destroy()
    exchange()
    const onFault = vi.fn()
    const adas = edit(docBody(ada), GuardedBinding.configure({ onFault }))
    adas.commands.setTextSelection(adas.state.doc.content.size - 2)
    const callout = docBody(ben).get(1) as Y.XmlElement
    callout.insert(0, [new Y.XmlText('letters outside of any paragraph')])
    exchange()
    expect(onFault).not.toHaveBeenCalled()
    adas.commands.insertContentAt(1, 'Still here. ')
    exchange()
    expect(readDocText(ben).text).toContain('Still here. One')
    expect(readDocText(ben).text).toContain('The caret is here')
  })

  it('an editor that breaks over remote words is let go, and overwrites none of them', () => {
    const { ada, ben, exchange, adas: first, bens } = together('Text')
    const onFault = vi.fn()
    let breaks = false
    const Breaking = Extension.create({
      name: 'breaking',
      addProseMirrorPlugins: () => [
        new Plugin({
          state: {
            init: () => null,
            apply: (transaction) => {
              if (breaks && transaction.getMeta(ySyncPluginKey)) throw new Error('broken')
              return null
            },
          },
        }),
      ],
    })
    const adas = edit(docBody(ada), GuardedBinding.configure({ onFault }), Breaking)
    first.destroy()
    breaks = true
    bens.commands.insertContentAt(5, ' by Ben')
    exchange()
    expect(onFault).toHaveBeenCalledOnce()
    adas.commands.insertContentAt(1, 'Ada: ')
    exchange()
    expect(readDocText(ben).text).toBe('Text by Ben')
    expect(readDocText(ada)).toEqual(readDocText(ben))
  })
})
