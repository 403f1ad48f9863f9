// @vitest-environment happy-dom
import { docBody, docTitle } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { nameOfBlock, placeOfBlock } from './block-links'

const editors: Editor[] = []
afterEach(() => editors.splice(0).forEach((editor) => void editor.destroy()))

const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function open(...content: object[]): { editor: Editor; doc: Y.Doc } {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, newDocUpdate({ title: 'Plan', body: { type: 'doc', content } }))
  const editor = new Editor({
    element: document.body.appendChild(document.createElement('div')),
    extensions: [...docExtensions(), Collaboration.configure({ fragment: docBody(doc) })],
  })
  editors.push(editor)
  return { editor, doc }
}

const said = (editor: Editor, name: string) => {
  const at = placeOfBlock(editor, name)
  return at === null ? null : editor.state.doc.nodeAt(at)?.textContent
}
const nameOf = (editor: Editor, words: string) => {
  let found: string | null = null
  editor.state.doc.descendants((node, at) => {
    if (node.isTextblock && node.textContent === words) found = nameOfBlock(editor, at)
  })
  return found ?? ''
}

test('a block keeps its name whatever is written around it and in it', () => {
  const { editor } = open(line('one'), {
    type: 'blockquote',
    content: [line('two'), line('three')],
  })
  const [one, three] = [nameOf(editor, 'one'), nameOf(editor, 'three')]
  expect(one).toMatch(/^\d+\.\d+$/)
  editor.commands.insertContentAt(0, '<h1>Before</h1>')
  editor.commands.insertContentAt(editor.state.doc.content.size - 2, '!')
  expect([said(editor, one), said(editor, three)]).toEqual(['one', 'three!'])
})

test('a block that is gone has no place, nor has what is no block', () => {
  const { editor, doc } = open(line('one'), line('two'))
  const name = nameOf(editor, 'one')
  editor.commands.deleteRange({ from: 0, to: 5 })
  expect(editor.state.doc.textContent).toBe('two')
  expect(said(editor, name)).toBeNull()
  const title = docTitle(doc)._start?.id
  for (const other of [
    '',
    '1.1',
    '99999999999.1',
    `${title?.client}.${title?.clock}`,
    '../x',
    '-1.0',
  ]) {
    expect(placeOfBlock(editor, other)).toBeNull()
  }
})
