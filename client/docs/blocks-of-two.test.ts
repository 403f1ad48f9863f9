// @vitest-environment happy-dom
import { docBody } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { readDocText } from '@atelier/shared/docs/read-doc'
import { type AnyExtension, Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { BlockKeys, moveSelected } from './block-keys'
import { blocksFor, duplicateBlocks } from './block-moves'
import { DistinctNodes } from './distinct-nodes'
import { GuardedBinding } from './guarded-binding'

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

describe('two people in the same blocks', () => {
  it('draw again only the block that the other one wrote in', () => {
    const { ada, exchange, bens } = together('One', 'Two', 'Three')
    const adas = edit(docBody(ada), GuardedBinding)
    const before = adas.state.doc
    bens.commands.insertContentAt(bens.state.doc.content.size - 1, ' by Ben')
    exchange()
    const after = adas.state.doc
    expect(after.child(2).textContent).toBe('Three by Ben')
    for (const place of [0, 1]) expect(after.child(place)).toBe(before.child(place))
    bens.commands.insertContentAt(0, { type: 'paragraph' })
    exchange()
    expect(adas.state.doc.child(1)).toBe(before.child(0))
    expect(adas.state.doc.toJSON()).toEqual(bens.state.doc.toJSON())
  })

  it('lose no word when one moves a block that the other writes in', () => {
    const { ada, ben, exchange, bens, adas: first } = together('One', 'Two', 'Three')
    const adas = edit(docBody(ada), GuardedBinding, BlockKeys)
    edit(docBody(ben), GuardedBinding)
    first.destroy()
    bens.commands.insertContentAt(9, ' by Ben')
    adas.commands.setTextSelection(7)
    moveSelected(adas, 1)
    adas.commands.insertContentAt(adas.state.selection.to, '>')
    exchange()
    exchange()
    expect(adas.getText()).toBe('One\n\nThree\n\nT>wo by Ben')
    expect(bens.getText()).toBe(adas.getText())
  })

  it('lose no line when one changes the places of two, and the other deletes one of them', () => {
    const { ada, ben, exchange, bens, adas: first } = together('One', 'Two')
    const adas = edit(docBody(ada), GuardedBinding, BlockKeys)
    edit(docBody(ben), GuardedBinding)
    first.destroy()
    const twos = docBody(ada).get(1)
    adas.commands.setTextSelection(7)
    moveSelected(adas, -1)
    expect(adas.getText()).toBe('Two\n\nOne')
    // The line with the caret is the one it was: comments in it stay where they are.
    expect(docBody(ada).get(0)).toBe(twos)
    bens.commands.deleteRange({ from: 0, to: 5 })
    expect(bens.getText()).toBe('Two')
    exchange()
    exchange()
    expect(adas.getText()).toContain('Two')
    expect(bens.getText()).toBe(adas.getText())
  })

  it('write in the same new table, each in a cell of their own', () => {
    const { ada, ben, exchange, adas: first, bens: second } = together('One')
    const [adas, bens] = [edit(docBody(ada), DistinctNodes), edit(docBody(ben), DistinctNodes)]
    for (const editor of [first, second]) editor.destroy()
    adas.commands.setTextSelection(4)
    adas.commands.insertTable({ rows: 2, cols: 3, withHeaderRow: false })
    exchange()
    const cells: number[] = []
    adas.state.doc.descendants((node, at) => {
      if (node.type.name === 'tableCell') cells.push(at)
    })
    for (const letter of 'third') {
      adas.commands.insertContentAt((cells[2] ?? 0) + 2, letter)
      bens.commands.insertContentAt((cells[0] ?? 0) + 2, letter)
    }
    exchange()
    exchange()
    expect(adas.state.doc.toJSON()).toEqual(bens.state.doc.toJSON())
    expect(readDocText(ada).text).toBe('One\ndriht\ndriht')
  })

  it('can double a block, and the doc comes to rest', () => {
    const { ada, exchange, bens, adas: first } = together('One', 'Two', 'Three')
    const adas = edit(docBody(ada), DistinctNodes)
    first.destroy()
    adas.commands.setTextSelection(7)
    adas.commands.command(({ tr }) => duplicateBlocks(tr, blocksFor(tr)))
    const written = vi.fn()
    ada.on('update', written)
    for (let time = 0; time < 3; time++) adas.view.updateState(adas.state)
    expect(written).not.toHaveBeenCalled()
    exchange()
    expect(bens.getText()).toBe('One\n\nTwo\n\nTwo\n\nThree')
  })
})
