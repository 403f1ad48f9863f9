// @vitest-environment happy-dom
import { docBody } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { RoomCarets } from './room-carets'

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const ben = { id: 'ben', name: 'Ben', colour: 'teal' }

let doc: Y.Doc
let awareness: Awareness
let editor: Editor

beforeEach(() => {
  vi.useFakeTimers()
  doc = new Y.Doc()
  const body = { type: 'doc', content: ['One line', 'Another'].map(paragraph) }
  Y.applyUpdate(doc, newDocUpdate({ title: '', body }))
  awareness = new Awareness(doc)
  const fragment = docBody(doc)
  editor = new Editor({
    extensions: [
      ...docExtensions(),
      Collaboration.configure({ fragment }),
      RoomCarets.configure({ awareness, fragment, myId: 'ada' }),
    ],
  })
  vi.spyOn(editor.view, 'hasFocus').mockReturnValue(true)
  vi.runOnlyPendingTimers()
})
afterEach(() => {
  vi.runOnlyPendingTimers()
  editor.destroy()
  awareness.destroy()
  vi.useRealTimers()
})

function bensCaret(position: number): void {
  const { binding } = ySyncPluginKey.getState(editor.state)
  const place = absolutePositionToRelativePosition(position, docBody(doc), binding.mapping)
  awareness.states.set(99, { person: ben, cursor: { anchor: place, head: place } })
  awareness.emit('change', [{ added: [99], updated: [], removed: [] }, 'wire'])
  vi.advanceTimersByTime(10)
}

const drawn = () => editor.view.dom.querySelectorAll('.room-caret').length

it('the caret of somebody who rests is there again after a line was split here', () => {
  bensCaret(14)
  expect(drawn()).toBe(1)
  editor.chain().setTextSelection(4).splitBlock().run()
  vi.advanceTimersByTime(10)
  expect(drawn()).toBe(1)
})

it('the caret of somebody who rests is there again after the words around it were written over', () => {
  bensCaret(1)
  editor.chain().setTextSelection({ from: 1, to: 9 }).insertContent('new').run()
  vi.advanceTimersByTime(10)
  expect(drawn()).toBe(1)
})

it('one’s own caret is sent when it moves, and not again for every word of others', () => {
  const sent = vi.fn()
  awareness.on('update', sent)
  editor.commands.setTextSelection(4)
  expect(sent).toHaveBeenCalledTimes(1)
  const others = new Y.Doc()
  Y.applyUpdate(others, Y.encodeStateAsUpdate(doc))
  const words = docBody(others).get(1) as Y.XmlElement
  for (const letter of 'and more') {
    ;(words.get(0) as Y.XmlText).insert(0, letter)
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(others, Y.encodeStateVector(doc)), 'wire')
  }
  expect(editor.getText()).toContain('erom dna')
  expect(sent).toHaveBeenCalledTimes(1)
})

it('one’s own caret draws nothing anew', () => {
  bensCaret(14)
  const seen = vi.fn()
  editor.commands.setTextSelection(2)
  editor.on('transaction', seen)
  editor.commands.setTextSelection(4)
  vi.advanceTimersByTime(100)
  expect(seen).toHaveBeenCalledTimes(1)
})
