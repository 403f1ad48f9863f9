// @vitest-environment happy-dom
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { Editor, type JSONContent } from '@tiptap/core'
import { afterEach, describe, expect, it } from 'vitest'
import { moveSelected } from './block-keys'
import { blocksFor, deleteBlocks, duplicateBlocks, moveBlocks } from './block-moves'
import { moveColumn } from './table-moves'

const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})

const line = (text: string) => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
})
const some = (type: string, ...content: JSONContent[]): JSONContent => ({ type, content })
const list = (...words: string[]) =>
  some('bulletList', ...words.map((word) => some('listItem', line(word))))
const row = (...words: string[]) =>
  some('tableRow', ...words.map((word) => some('tableCell', line(word))))

/** The caret stands before `word`. */
function openAt(word: string, ...content: JSONContent[]): Editor {
  const editor = new Editor({
    extensions: docExtensions(),
    content: { type: 'doc', content },
  })
  editors.push(editor)
  editor.state.doc.descendants((node, at) => {
    if (node.text === word) editor.commands.setTextSelection(at)
  })
  return editor
}

/** Its words, with what is around them. */
function shape(editor: Editor): string {
  const short = (node: { type: { name: string }; text?: string; content: unknown }): string =>
    node.text ??
    `${node.type.name.replace(/paragraph/, 'p')}(${(node.content as { content: never[] }).content
      .map(short)
      .join(' ')})`
  return short(editor.state.doc as never)
}

const caretIn = (editor: Editor) => editor.state.selection.$from.parent.textContent

describe('moving a block', () => {
  it('goes past its neighbour, with the caret in it, and stops at the end', () => {
    const editor = openAt('b', line('a'), line('b'), line('c'))
    moveSelected(editor, 1)
    expect(shape(editor)).toBe('doc(p(a) p(c) p(b))')
    expect(caretIn(editor)).toBe('b')
    moveSelected(editor, 1)
    expect(shape(editor)).toBe('doc(p(a) p(c) p(b))')
    moveSelected(editor, -1)
    moveSelected(editor, -1)
    expect(shape(editor)).toBe('doc(p(b) p(a) p(c))')
  })

  it('takes several blocks at once', () => {
    const editor = openAt('b', line('a'), line('b'), line('c'), line('d'))
    const { from } = editor.state.selection
    editor.commands.setTextSelection({ from, to: from + 3 })
    moveSelected(editor, -1)
    expect(shape(editor)).toBe('doc(p(b) p(c) p(a) p(d))')
  })

  it('moves an item within its list, and what is under an item within the item', () => {
    const editor = openAt('y', list('x', 'y', 'z'))
    moveSelected(editor, -1)
    expect(shape(editor)).toBe('doc(bulletList(listItem(p(y)) listItem(p(x)) listItem(p(z))))')
    const deep = openAt('n', some('bulletList', some('listItem', line('x'), list('m', 'n'))))
    moveSelected(deep, -1)
    expect(shape(deep)).toContain('bulletList(listItem(p(n)) listItem(p(m)))')
  })

  it('leaves a callout or a toggle at its edge, but never empties it', () => {
    const editor = openAt('a', line('o'), some('callout', line('a'), line('b')))
    moveSelected(editor, -1)
    expect(shape(editor)).toBe('doc(p(o) p(a) callout(p(b)))')
    expect(caretIn(editor)).toBe('a')
    const toggle = openAt(
      'b',
      some(
        'details',
        some('detailsSummary', { type: 'text', text: 's' }),
        some('detailsContent', line('a'), line('b')),
      ),
    )
    moveSelected(toggle, 1)
    expect(shape(toggle)).toBe('doc(details(detailsSummary(s) detailsContent(p(a))) p(b))')
    const alone = openAt('a', some('callout', line('a')), line('o'))
    moveSelected(alone, 1)
    expect(shape(alone)).toBe('doc(callout(p(a)) p(o))')
  })

  it('moves a toggle as a whole from its line', () => {
    const summary = some('detailsSummary', { type: 'text', text: 's' })
    const editor = openAt(
      's',
      line('o'),
      some('details', summary, some('detailsContent', line('a'))),
    )
    moveSelected(editor, -1)
    expect(shape(editor)).toBe('doc(details(detailsSummary(s) detailsContent(p(a))) p(o))')
  })

  it('moves rows and columns in a table, and the table by its handle', () => {
    const editor = openAt('c', line('o'), some('table', row('a', 'b'), row('c', 'd')))
    moveSelected(editor, -1)
    const cells = () => editor.getText({ blockSeparator: ' ' }).replace(/ +/g, ' ').trim()
    expect(cells()).toBe('o c d a b')
    editor.commands.command(({ state, tr }) => moveColumn(state, tr, 1))
    expect(cells()).toBe('o d c b a')
    expect(caretIn(editor)).toBe('c')
    editor.commands.command(({ tr }) => moveBlocks(tr, blocksFor(tr, 3), -1))
    expect(cells()).toBe('d c b a o')
  })

  it('moves no row through a merged cell, and columns past one of several rows', () => {
    const tall = { type: 'tableCell', attrs: { rowspan: 2 }, content: [line('t')] }
    const editor = openAt(
      'b',
      some('table', row('x', 'y'), some('tableRow', tall, some('tableCell', line('a'))), row('b')),
    )
    const cells = () => editor.getText({ blockSeparator: ' ' }).replace(/ +/g, ' ').trim()
    moveSelected(editor, -1)
    expect(cells()).toBe('x y t a b')
    editor.commands.command(({ state, tr }) => moveColumn(state, tr, -1))
    expect(cells()).toBe('y x a t b')
    expect(() => editor.state.doc.check()).not.toThrow()
    const wide = { type: 'tableCell', attrs: { colspan: 2 }, content: [line('w')] }
    const other = openAt('a', some('table', some('tableRow', wide), row('a', 'b')))
    other.commands.command(({ state, tr }) => moveColumn(state, tr, 1))
    expect(other.getText({ blockSeparator: ' ' }).replace(/ +/g, ' ').trim()).toBe('w a b')
    moveSelected(other, -1)
    expect(other.getText({ blockSeparator: ' ' }).replace(/ +/g, ' ').trim()).toBe('a b w')
  })
})

describe('other things done with a block', () => {
  it('is doubled, and the caret is in the copy', () => {
    const editor = openAt('a', line('a'), line('b'))
    editor.commands.command(({ tr }) => duplicateBlocks(tr, blocksFor(tr)))
    expect(shape(editor)).toBe('doc(p(a) p(a) p(b))')
    editor.commands.insertContent('2')
    expect(shape(editor)).toBe('doc(p(a) p(2a) p(b))')
  })

  it('is deleted; the last one leaves a line to write in, the last item takes its list along', () => {
    const editor = openAt('a', line('a'))
    editor.commands.command(({ tr }) => deleteBlocks(tr, blocksFor(tr)))
    expect(shape(editor)).toBe('doc(p())')
    const items = openAt('x', line('o'), list('x'))
    items.commands.command(({ tr }) => deleteBlocks(tr, blocksFor(tr)))
    expect(shape(items)).toBe('doc(p(o))')
    const callout = openAt('x', some('callout', line('x')))
    callout.commands.command(({ tr }) => deleteBlocks(tr, blocksFor(tr)))
    expect(shape(callout)).toBe('doc(callout(p()))')
  })
})
