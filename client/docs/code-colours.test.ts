// @vitest-environment happy-dom
import { docBody } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { CodeColours } from './code-colours'

const code = (text: string) => ({
  type: 'codeBlock',
  attrs: { language: 'python' },
  content: [{ type: 'text', text }],
})
const line = { type: 'paragraph', content: [{ type: 'text', text: 'words' }] }

const coloured = (editor: Editor) =>
  [...editor.view.dom.querySelectorAll('.hljs-keyword')].map((word) => word.textContent)

it('colours follow one’s own words and those of others, wherever they fall', async () => {
  const doc = new Y.Doc()
  const body = { type: 'doc', content: [line, code('def one(): pass'), line, code('import two')] }
  Y.applyUpdate(doc, newDocUpdate({ title: '', body }))
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  const editor = new Editor({
    extensions: [
      ...docExtensions(),
      Collaboration.configure({ fragment: docBody(doc) }),
      CodeColours,
    ],
  })
  await vi.waitFor(() => expect(coloured(editor)).toEqual(['def', 'pass', 'import']))

  editor.commands.insertContentAt(1, 'more ')
  expect(coloured(editor)).toEqual(['def', 'pass', 'import'])

  const others = docBody(other)
  const others2 = (others.get(3) as Y.XmlElement).get(0) as Y.XmlText
  others2.insert(0, 'while ')
  others.insert(0, [new Y.XmlElement('paragraph')])
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)))
  expect(coloured(editor)).toEqual(['def', 'pass', 'while', 'import'])

  others.delete(2, 1)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)))
  expect(coloured(editor)).toEqual(['while', 'import'])

  editor.commands.insertContent([code('return 1')])
  expect(coloured(editor)).toContain('return')
  editor.destroy()
})
