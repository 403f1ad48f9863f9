// @vitest-environment happy-dom
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CaretFirst, readCaret } from './caret-first'

const key = new PluginKey<DecorationSet>('drawn')

/** Draws what it is told to. */
const drawn = (key: PluginKey<DecorationSet>, first: (doc: Node) => DecorationSet) =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) => first(doc),
      apply: (tr, before) => tr.getMeta(key) ?? before.map(tr.mapping, tr.doc),
    },
    props: { decorations: (state) => key.getState(state) },
  })

let editor: Editor
const holdBack = (event: Event) => event.stopImmediatePropagation()

beforeEach(() => {
  const element = document.body.appendChild(document.createElement('div'))
  editor = new Editor({
    element,
    extensions: [...docExtensions(), CaretFirst],
    content: '<p>The pump leaks on Mondays.</p><p>It is old.</p>',
  })
  editor.registerPlugin(drawn(key, () => DecorationSet.empty))
  editor.view.dom.focus()
  editor.commands.setTextSelection(2)
  // A browser says so only later, and this one at once.
  window.addEventListener('selectionchange', holdBack, true)
})
afterEach(() => {
  window.removeEventListener('selectionchange', holdBack, true)
  vi.useRealTimers()
  editor.destroy()
})

/** As with a mouse, or with Shift and the arrow keys. */
function select(words: string): void {
  const texts = document.createTreeWalker(editor.view.dom, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const at = text.textContent?.indexOf(words) ?? -1
    if (at >= 0) getSelection()?.setBaseAndExtent(text, at, text, at + words.length)
  }
}

const found = (doc: Node) =>
  DecorationSet.create(doc, [Decoration.inline(1, 8, { class: 'found' })])

const selected = () => {
  const { from, to } = editor.state.selection
  return editor.state.doc.textBetween(from, to)
}

function expectSelected(words: string): void {
  expect(selected()).toBe(words)
  expect(String(getSelection())).toBe(words)
}

describe('words that were selected a moment ago stay selected while', () => {
  beforeEach(() => {
    select('Mondays')
    expect(selected()).toBe('')
  })
  afterEach(() => expectSelected('Mondays'))

  it('something is drawn in the text', () => {
    const { tr } = editor.state
    editor.view.dispatch(tr.setMeta(key, found(tr.doc)))
    expect(editor.view.dom.querySelector('.found')).not.toBeNull()
  })

  it('the text is scrolled', () => {
    editor.view.dispatch(editor.state.tr.scrollIntoView())
  })

  it('a picture that was on its way arrives before them', () => {
    editor.view.dispatch(editor.state.tr.insertText('Listen: ', 1))
    expect(editor.getText()).toContain('Listen: The pump')
  })

  it('a tool comes that draws in the text', () => {
    editor.registerPlugin(drawn(new PluginKey('tool'), found))
    expect(editor.view.dom.querySelector('.found')).not.toBeNull()
  })

  it('the editor is given other settings', () => {
    editor.setOptions({ editorProps: { attributes: { 'data-other': 'yes' } } })
    expect(editor.view.dom.dataset.other).toBe('yes')
  })
})

it('they stay selected while a tool goes that drew in the text', () => {
  editor.registerPlugin(drawn(new PluginKey('tool'), found))
  select('Mondays')
  editor.unregisterPlugin('tool')
  expectSelected('Mondays')
})

it('they stay selected where that gave the editor the focus', () => {
  vi.useFakeTimers()
  editor.view.dom.blur()
  select('Mondays')
  editor.view.dom.focus()
  vi.runAllTimers()
  expectSelected('Mondays')
})

it('bold for what is typed next is kept where the caret was put a moment ago', () => {
  const text = editor.view.dom.querySelector('p')?.firstChild as Text
  getSelection()?.collapse(text, 8)
  editor.commands.setMark('bold')
  expect(editor.state.selection.from).toBe(9)
  expect(editor.state.storedMarks).toHaveLength(1)
})

describe('what the browser shows is not taken for a wish', () => {
  it('where somebody is sent elsewhere on purpose', () => {
    select('Mondays')
    editor.commands.setTextSelection({ from: 1, to: 4 })
    expectSelected('The')
  })

  it('while the editor is only just given the focus', () => {
    editor.commands.setTextSelection({ from: 1, to: 4 })
    editor.view.dom.blur()
    editor.view.dom.addEventListener('focus', () => select('Mondays'), {
      capture: true,
      once: true,
    })
    editor.view.focus()
    expectSelected('The')
  })

  it('while letters are read, which stay as bold as they were asked for', () => {
    const text = editor.view.dom.querySelector('p')?.firstChild as Text
    editor.chain().setTextSelection(4).setMark('bold').run()
    editor.view.setProps({
      handleTextInput(view) {
        view.dispatch(view.state.tr.setMeta(key, DecorationSet.empty))
        return false
      },
    })
    text.data = 'The big pump leaks on Mondays.'
    getSelection()?.collapse(text, 7)
    readCaret(editor.view)
    expect(editor.getHTML()).toContain('<p>The<strong> big</strong> pump')
    expect(editor.state.selection.from).toBe(8)
  })
})

it('letters that are not read yet are read after what is under way', async () => {
  const text = editor.view.dom.querySelector('p')?.firstChild as Text
  text.data = 'The big pump leaks on Mondays.'
  getSelection()?.collapse(text, 8)
  editor.view.dispatch(editor.state.tr.setMeta(key, DecorationSet.empty))
  await Promise.resolve()
  await Promise.resolve()
  expect(editor.getText()).toContain('The big pump leaks on Mondays.')
})

it('a reader keeps what they selected while something is drawn', () => {
  editor.setEditable(false)
  select('Mondays')
  const { tr } = editor.state
  editor.view.dispatch(tr.setMeta(key, found(tr.doc)))
  expectSelected('Mondays')
})
