// @vitest-environment happy-dom
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { Editor } from '@tiptap/core'
import { afterEach, describe, expect, test } from 'vitest'
import { type Clipboard, kindOf, pasteLimits } from './clipboard-kinds'
import { pasteReader } from './paste-reader'
import { putBody } from './put-body'

const clipboard = (has: Partial<Clipboard>): Clipboard => ({
  html: '',
  text: '',
  files: 0,
  codeMode: null,
  ...has,
})

describe('what lies in the clipboard', () => {
  test.each([
    ['html', { html: '<p>words</p>', text: 'words' }],
    ['markdown', { text: '# Title\n\nwords' }],
    ['as-usual', { text: 'words' }],
    ['own', { html: '<meta charset="utf-8"><p data-pm-slice="1 1 []">words</p>' }],
    ['as-usual', { html: '<meta><img src="https://x.example/a.png">', files: 1 }],
    ['html', { html: '<p>words of Word</p>', files: 1 }],
    ['code', { html: '<pre>a</pre>', text: 'let a\nlet b', codeMode: 'typescript' }],
    ['html', { html: '<b>a</b>', text: 'let a', codeMode: 'typescript' }],
    ['too-large', { text: 'a'.repeat(20_000_000) }],
    ['too-large', { html: `<p>${'a'.repeat(20_000_000)}</p>` }],
  ] as const)('is read as %s', (kind, has) => expect(kindOf(clipboard(has))).toBe(kind))

  test('twenty megabytes are refused before anything reads them', () => {
    const deep = '<blockquote>'.repeat(pasteLimits.htmlLetters / 12 + 1)
    expect(kindOf(clipboard({ html: deep }))).toBe('too-large')
  })
})

let editor: Editor
afterEach(() => editor?.destroy())

function open(content: string, caret: number) {
  editor = new Editor({ extensions: docExtensions(), content })
  editor.commands.setTextSelection(caret)
  return {
    paste(html: string) {
      editor.view.dispatch(putBody(editor.state, pasteReader.html(html)))
      editor.state.doc.check()
      return editor.getHTML()
    },
  }
}

describe('what is pasted', () => {
  test('goes on in the line of the caret, and an empty line makes way', () => {
    expect(open('<p>ab</p>', 2).paste('<p>X <b>Y</b></p>')).toBe('<p>aX <strong>Y</strong>b</p>')
    expect(open('<p></p>', 1).paste('<h2>T</h2><ul><li>one</li></ul>')).toBe(
      '<h2>T</h2><ul><li><p>one</p></li></ul>',
    )
    expect(open('<p>ab</p>', 2).paste('<p>X</p><h2>T</h2><p>Y</p>')).toBe(
      '<p>aX</p><h2>T</h2><p>Yb</p>',
    )
  })

  test('puts the caret behind it', () => {
    open('<p></p><p>after</p>', 1).paste('<h2>T</h2><p>words</p>')
    expect(editor.state.selection.$from.parent.textContent).toBe('words')
    expect(editor.state.selection.$from.parentOffset).toBe(5)
  })

  test('is taken back in one step of what is there', () => {
    open('<p>ab</p>', 2).paste('<h1>T</h1><table><tr><td>x</td></tr></table>')
    expect(editor.getText()).toContain('x')
  })

  test('however deep, never makes a text that its room does not take', () => {
    const deep = (levels: number) =>
      `${'<blockquote>'.repeat(levels)}bottom${'</blockquote>'.repeat(levels)}`
    const { paste } = open('<p></p>', 1)
    paste(deep(2000))
    editor.commands.insertContentAt(editor.state.doc.content.size, { type: 'paragraph' })
    editor.commands.focus('end')
    for (let round = 0; round < 6; round++) {
      paste(`${deep(30)}<p></p>`)
      paste('<ul><li>a<ul><li>b</li></ul></li></ul>')
    }
    let deepest = 0
    editor.state.doc.descendants((_node, at) => {
      deepest = Math.max(deepest, editor.state.doc.resolve(at).depth)
    })
    expect(deepest).toBeGreaterThan(20)
    expect(deepest).toBeLessThan(62)
    expect(editor.getText()).toContain('bottom')
  })

  test('goes into a list, a cell and a heading without breaking them', () => {
    const html = '<h1>T</h1><ul><li>one</li></ul><table><tr><td>x</td></tr></table>'
    for (const [content, caret] of [
      ['<ul><li><p></p></li></ul>', 3],
      ['<table><tr><td><p></p></td></tr></table>', 4],
      ['<h1>ab</h1>', 2],
      ['<details><summary>s</summary><div data-type="detailsContent"><p>x</p></div></details>', 3],
    ] as const) {
      expect(open(content, caret).paste(html)).toContain('one')
      editor.destroy()
    }
    open('<p></p>', 1)
  })
})

test('Markdown keeps its tables, tasks, code and formulas', () => {
  const body = pasteReader.markdown(
    '---\ntitle: X\n---\n\n# T\n\n- [x] done\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```js\nlet a\n```\n\n$$\nx^2\n$$\n\n![p](https://img.example/a.png) <script>alert(1)</script>',
  )
  expect(body.content?.map(({ type }) => type)).toEqual([
    'heading',
    'taskList',
    'table',
    'codeBlock',
    'blockMath',
    'paragraph',
  ])
  expect(JSON.stringify(body)).not.toContain('alert')
  open('<p></p>', 1)
})
