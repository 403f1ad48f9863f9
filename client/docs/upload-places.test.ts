// @vitest-environment happy-dom
import { docBody } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import type { StoredFile } from '@atelier/shared/files/file'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { addFiles, DocFiles } from './doc-files'
import { FileDesk } from './file-desk'

const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

const paragraph = (text: string) => ({
  type: 'paragraph',
  content: text ? [{ type: 'text', text }] : [],
})

/** Ada adds files, Ben writes; `exchange` sends each what the other wrote. */
function together(...content: object[]) {
  const update = newDocUpdate({ title: '', body: { type: 'doc', content } })
  const [ada, ben] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [ada, ben]) Y.applyUpdate(doc, update)
  const arrivals = new Map<string, (stored: StoredFile) => void>()
  const desk = new FileDesk({
    send: (file) => new Promise((resolve) => arrivals.set(file.name, resolve)),
    copy: async () => ({}),
  })
  const edit = (doc: Y.Doc, own: FileDesk | null) => {
    const fragment = docBody(doc)
    const editor = new Editor({
      element: document.body.appendChild(document.createElement('div')),
      extensions: [
        ...docExtensions(),
        Collaboration.configure({ fragment }),
        DocFiles.configure({ desk: own, fragment }),
      ],
    })
    editors.push(editor)
    return editor
  }
  const [adas, bens] = [edit(ada, desk), edit(ben, null)]
  const exchange = () => {
    Y.applyUpdate(ben, Y.encodeStateAsUpdate(ada, Y.encodeStateVector(ben)), 'wire')
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(ben, Y.encodeStateVector(ada)), 'wire')
  }
  const add = (at: number, ...names: string[]) =>
    addFiles(
      adas,
      names.map((name) => new File(['x'], name)),
      at,
    )
  /** As a picture where it ends so. */
  const arrive = async (name: string) => {
    const [width, height] = name.endsWith('.png') ? [40, 30] : [null, null]
    const id = crypto.randomUUID()
    arrivals.get(name)?.({ id, name, mime: 'a/b', size: 1, width, height })
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { ada, ben, adas, bens, desk, exchange, add, arrive, edit }
}

/** The text block by block; a file by its name, a picture as `[picture]`, what waits as `(waits)`. */
function seen(editor: Editor): string[] {
  const told: string[] = []
  for (const child of editor.view.dom.children) {
    if (child.matches('.upload')) told.push('(waits)')
    else if (child.matches('[data-picture]')) told.push('[picture]')
    else told.push(child.textContent ?? '')
  }
  return told
}

describe('a file that is on its way', () => {
  it('waits in its place, and nobody else knows of it', () => {
    const { ada, adas, bens, exchange, add } = together(paragraph('one'), paragraph('two'))
    const before = Y.encodeStateVector(ada)
    add(5, 'a.png')
    exchange()
    expect(seen(adas)).toEqual(['one', '(waits)', 'two'])
    expect(seen(bens)).toEqual(['one', 'two'])
    expect(Y.encodeStateVector(ada)).toEqual(before)
  })

  it('arrives where it waited, whatever others wrote around it meanwhile', async () => {
    const { adas, bens, exchange, add, arrive } = together(paragraph('one'), paragraph('two'))
    add(5, 'a.png')
    bens.commands.insertContentAt(0, paragraph('zero'))
    bens.commands.insertContentAt(bens.state.doc.content.size, paragraph('three'))
    bens.commands.insertContentAt(7, 'X')
    exchange()
    adas.commands.insertContentAt(1, 'mine ')
    exchange()
    expect(seen(adas)).toEqual(['mine zero', 'Xone', '(waits)', 'two', 'three'])
    await arrive('a.png')
    exchange()
    for (const editor of [adas, bens]) {
      expect(seen(editor)).toEqual(['mine zero', 'Xone', '[picture]', 'two', 'three'])
    }
  })

  it('waits inside of a box, as well', async () => {
    const box = { type: 'callout', content: [paragraph('in'), paragraph('side')] }
    const { adas, bens, exchange, add, arrive } = together(paragraph('one'), box)
    add(10, 'a.png')
    bens.commands.insertContentAt(0, paragraph('zero'))
    bens.commands.insertContentAt(13, 'X')
    exchange()
    await arrive('a.png')
    exchange()
    const callout = bens.state.doc.child(2)
    expect(callout.type.name).toBe('callout')
    expect([0, 1, 2].map((nth) => callout.child(nth).type.name)).toEqual([
      'paragraph',
      'picture',
      'paragraph',
    ])
    expect(seen(adas)).toEqual(seen(bens))
  })

  it('arrives at the end when all it stood in was deleted', async () => {
    const box = { type: 'callout', content: [paragraph('in'), paragraph('side')] }
    const { adas, bens, exchange, add, arrive } = together(box, paragraph('after'))
    add(5, 'a.png')
    bens.commands.deleteRange({ from: 0, to: bens.state.doc.child(0).nodeSize })
    exchange()
    await arrive('a.png')
    exchange()
    expect(seen(adas)).toEqual(['after', '[picture]'])
    expect(seen(bens)).toEqual(['after', '[picture]'])
  })

  it('keeps its order among several, whichever arrives first', async () => {
    const { adas, bens, exchange, add, arrive } = together(paragraph('one'), paragraph('two'))
    add(5, 'a.txt', 'b.png', 'c.txt')
    await arrive('b.png')
    expect(seen(adas)).toEqual(['one', '(waits)', '[picture]', '(waits)', 'two'])
    bens.commands.insertContentAt(1, 'X')
    exchange()
    await arrive('c.txt')
    exchange()
    await arrive('a.txt')
    exchange()
    for (const editor of [adas, bens]) {
      expect(seen(editor)).toEqual(['Xone', 'a.txt', '[picture]', 'c.txt', 'two'])
    }
  })

  it('goes on when one editor takes another’s place', async () => {
    const { ada, adas, desk, edit, add, arrive } = together(paragraph('one'), paragraph('two'))
    add(5, 'a.png')
    adas.destroy()
    const next = edit(ada, desk)
    await new Promise((resolve) => setTimeout(resolve, 1))
    expect(seen(next)).toEqual(['one', '(waits)', 'two'])
    await arrive('a.png')
    expect(seen(next)).toEqual(['one', '[picture]', 'two'])
  })

  it('arrives in the next editor when the one it was added in is gone', async () => {
    const { ada, adas, bens, desk, edit, exchange, add, arrive } = together(
      paragraph('one'),
      paragraph('two'),
    )
    add(5, 'a.png', 'b.txt')
    adas.destroy()
    await arrive('a.png')
    expect(desk.underway).toBe(2)
    bens.commands.insertContentAt(0, paragraph('zero'))
    exchange()
    const next = edit(ada, desk)
    await new Promise((resolve) => setTimeout(resolve, 1))
    expect(seen(next)).toEqual(['zero', 'one', '[picture]', '(waits)', 'two'])
    expect(desk.underway).toBe(1)
    await arrive('b.txt')
    exchange()
    for (const editor of [next, bens]) {
      expect(seen(editor)).toEqual(['zero', 'one', '[picture]', 'b.txt', 'two'])
    }
  })

  it('that was taken back arrives nowhere', async () => {
    const { adas, add, arrive } = together(paragraph('one'))
    add(5, 'a.png')
    const [cancel] = [...adas.view.dom.querySelectorAll<HTMLElement>('.upload-button')].slice(-1)
    cancel?.click()
    await arrive('a.png')
    expect(seen(adas)).toEqual(['one'])
  })

  it('is taken out again by undo, once it has arrived, and put back by redo', async () => {
    const { adas, exchange, add, arrive } = together(paragraph('one'))
    add(5, 'a.png')
    await arrive('a.png')
    exchange()
    adas.commands.undo()
    expect(seen(adas)).toEqual(['one'])
    adas.commands.redo()
    expect(seen(adas)).toEqual(['one', '[picture]'])
  })
})
