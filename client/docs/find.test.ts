// @vitest-environment happy-dom
import { docBody } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { docSchema, newDocUpdate } from '@atelier/shared/docs/new-doc'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Node } from '@tiptap/pm/model'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type FindQuery, matchesIn, patternOf } from './find-matches'
import { FindInDoc, find, findingIn, goToMatch, replaceMatches } from './find-plugin'

const query = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({
  text,
  matchCase: false,
  wholeWord: false,
  ...more,
})
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
})
const docOf = (...content: object[]) => Node.fromJSON(docSchema(), { type: 'doc', content })
const foundIn = (doc: Node, wanted: FindQuery) => {
  const pattern = patternOf(wanted)
  return pattern ? matchesIn(doc, pattern).map(({ from, to }) => doc.textBetween(from, to)) : []
}

describe('looking for words', () => {
  test('finds them across marks, in cells and lists, but never across blocks', () => {
    const cell = { type: 'tableCell', content: [paragraph(text('a spindle'))] }
    const doc = docOf(
      paragraph(text('the spi'), text('nd', 'bold'), text('le')),
      { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [paragraph(text('SPINDLE'))] }],
      },
      paragraph(text('spin')),
      paragraph(text('dle')),
    )
    expect(foundIn(doc, query('spindle'))).toEqual(['spindle', 'spindle', 'SPINDLE'])
    expect(foundIn(doc, query('spindle', { matchCase: true }))).toHaveLength(2)
    expect(foundIn(doc, query(''))).toEqual([])
  })

  test('whole words are whole in any script; signs mean themselves', () => {
    const doc = docOf(
      paragraph(text('art party Kunst Kunstart арт арта 艺术 (a+b)? [x] C:\\d a-b 3.5 315')),
    )
    expect(foundIn(doc, query('art', { wholeWord: true }))).toEqual(['art'])
    expect(foundIn(doc, query('арт', { wholeWord: true }))).toEqual(['арт'])
    expect(foundIn(doc, query('ART'))).toEqual(['art', 'art', 'art'])
    expect(foundIn(doc, query('术'))).toEqual(['术'])
    for (const sign of ['(a+b)?', '[x]', 'C:\\d', 'a-b'])
      expect(foundIn(doc, query(sign))).toEqual([sign])
    expect(foundIn(doc, query('3.5'))).toEqual(['3.5'])
  })

  test('letters of any length in either case keep their places', () => {
    const doc = docOf(
      paragraph(text('İstanbul İSTANBUL ΣΊΣΥΦΟΣ straße 😄😄 Café cafe\u0301 caf e')),
    )
    expect(foundIn(doc, query('stanbul'))).toEqual(['stanbul', 'STANBUL'])
    expect(foundIn(doc, query('σίσυφος'))).toEqual(['ΣΊΣΥΦΟΣ'])
    expect(foundIn(doc, query('😄'))).toEqual(['😄', '😄'])
    expect(foundIn(doc, query('café'))).toEqual(['Café', 'cafe\u0301'])
    expect(foundIn(doc, query('cafe'))).toEqual([])
    expect(foundIn(docOf(paragraph(text('a\u00a0b a b'))), query('a b'))).toHaveLength(2)
  })
})

const editors: Editor[] = []
afterEach(() => {
  for (const editor of editors.splice(0)) editor.destroy()
})
function open(...lines: string[]) {
  const doc = new Y.Doc()
  const content = lines.map((line) => paragraph(text(line)))
  Y.applyUpdate(doc, newDocUpdate({ title: '', body: { type: 'doc', content } }))
  const editor = new Editor({
    extensions: [
      ...docExtensions(),
      Collaboration.configure({ fragment: docBody(doc) }),
      FindInDoc,
    ],
  })
  editors.push(editor)
  return { doc, editor }
}
/** What was kept up to date is what would be found anew. */
function expectUpToDate(editor: Editor) {
  const { matches, pattern, drawn } = findingIn(editor.state)
  const anew = pattern ? matchesIn(editor.state.doc, pattern) : []
  expect(matches).toEqual(anew)
  expect(drawn.find()).toHaveLength(anew.length)
}

describe('what is found in a text that is written', () => {
  test.each([1, 2, 3])(
    'is kept up to date by every key and by what others write, seed %i',
    (seed) => {
      const { doc, editor } = open('one two one', 'three', 'one')
      find(editor, query('one'))
      const other = new Y.Doc()
      Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
      let chance = seed
      const random = (most: number) => {
        chance = (chance * 48_271) % 2_147_483_647
        return chance % most
      }
      for (let round = 0; round < 120; round++) {
        const { state } = editor
        const at = 1 + random(state.doc.content.size - 1)
        const place = state.doc.resolve(at)
        if (round % 4 === 0) {
          const first = docBody(other).get(random(docBody(other).length)) as Y.XmlElement
          const words = first.get(0)
          if (words instanceof Y.XmlText) words.insert(random(words.length + 1), 'one')
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'wire')
        } else if (!place.parent.isTextblock) continue
        else if (round % 4 === 1) editor.commands.insertContentAt(at, 'one ')
        else if (round % 4 === 2) editor.chain().setTextSelection(at).splitBlock().run()
        else
          editor.commands.deleteRange({
            from: at,
            to: Math.min(at + 3, state.doc.content.size - 1),
          })
        expectUpToDate(editor)
      }
    },
  )

  test('is gone through in a ring, from the caret on', () => {
    const { editor } = open('one two', 'one', 'one')
    editor.commands.setTextSelection(10)
    find(editor, query('one'))
    const at = () => findingIn(editor.state).at
    const places = [at()]
    for (const step of [1, 1, -1] as const) {
      goToMatch(editor, step)
      places.push(at())
    }
    expect(places).toEqual([1, 2, 0, 2])
    goToMatch(editor, 1)
    find(editor, query('nothing like it'))
    goToMatch(editor, 1)
    expect(at()).toBe(-1)
  })

  test('stays at the same words when others write before them', () => {
    const { doc, editor } = open('zero', 'one two', 'one')
    find(editor, query('one'))
    goToMatch(editor, 1)
    const other = new Y.Doc()
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const first = (docBody(other).get(0) as Y.XmlElement).get(0) as Y.XmlText
    first.insert(0, 'one and one ')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'wire')
    const { at, matches } = findingIn(editor.state)
    expect([at, matches.length]).toEqual([3, 4])
  })

  test('is replaced one by one, or all of it in one step of undo', () => {
    const { editor } = open('one two one', 'one')
    editor.commands.insertContentAt(1, 'and ')
    find(editor, query('one'))
    replaceMatches(editor, 'four', 'this')
    expect(editor.getText({ blockSeparator: '|' })).toBe('and four two one|one')
    expect(findingIn(editor.state).at).toBe(0)
    expect(replaceMatches(editor, 'one one', 'all')).toBe(2)
    expect(editor.getText({ blockSeparator: '|' })).toBe('and four two one one|one one')
    editor.commands.undo()
    expect(editor.getText({ blockSeparator: '|' })).toBe('and four two one|one')
    editor.commands.undo()
    expect(editor.getText({ blockSeparator: '|' })).toBe('and one two one|one')
    expectUpToDate(editor)
  })

  test('keeps the marks it had, and may be replaced by nothing', () => {
    const { editor } = open('one two')
    editor.chain().setTextSelection({ from: 1, to: 4 }).toggleBold().run()
    find(editor, query('one'))
    replaceMatches(editor, 'five', 'all')
    expect(editor.getHTML()).toBe('<p><strong>five</strong> two</p>')
    find(editor, query('five '))
    replaceMatches(editor, '', 'all')
    expect(editor.getHTML()).toBe('<p>two</p>')
  })

  test('of somebody who only reads is replaced by nothing at all', () => {
    const { editor } = open('one')
    editor.setEditable(false)
    find(editor, query('one'))
    expect(replaceMatches(editor, 'two', 'all')).toBe(0)
    expect(editor.getText()).toBe('one')
  })
})
