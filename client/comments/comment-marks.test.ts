// @vitest-environment happy-dom
import { encodeAnchor } from '@atelier/shared/comments/anchor'
import { anchorToText } from '@atelier/shared/comments/anchor-text'
import { type Held, heldOf } from '@atelier/shared/comments/held'
import { holdOn } from '@atelier/shared/comments/mark-places'
import type { Moved } from '@atelier/shared/comments/rewritten'
import { placesKey } from '@atelier/shared/comments/thread-places'
import { docBody } from '@atelier/shared/docs/doc'
import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { openReadingCopy } from '../sync/reading-copy'
import { CommentMarks, threadAt } from './comment-marks'
import { CommentStore } from './comment-store'
import { heldNow, selected } from './held-draft'

const editors: Editor[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const editor of editors.splice(0)) editor.destroy()
})

type Desk = { editor: Editor; store: CommentStore; moved: Moved[]; threads: Held[] }

function deskOn(fragment: Y.XmlFragment, mayMove = true): Desk {
  const store = new CommentStore()
  const moved: Moved[] = []
  store.mayMove = mayMove
  store.onMoved = (found) => moved.push(...found)
  store.later = (look) => clearTimeout.bind(null, setTimeout(look, 10))
  const editor = new Editor({
    extensions: [
      ...docExtensions(),
      Collaboration.configure({ fragment }),
      CommentMarks.configure({ store }),
    ],
  })
  editors.push(editor)
  return { editor, store, moved, threads: [] }
}

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const line = 'Twelve of a hundred parts leave the line as scrap.'

/** Two people in one doc; `exchange` sends each what the other wrote. */
function together(...text: string[]) {
  const update = newDocUpdate({ title: '', body: { type: 'doc', content: text.map(paragraph) } })
  const [adas, bens] = [new Y.Doc(), new Y.Doc()]
  for (const doc of [adas, bens]) Y.applyUpdate(doc, update)
  const exchange = () => {
    Y.applyUpdate(bens, Y.encodeStateAsUpdate(adas, Y.encodeStateVector(bens)), 'wire')
    Y.applyUpdate(adas, Y.encodeStateAsUpdate(bens, Y.encodeStateVector(adas)), 'wire')
  }
  return { ada: deskOn(docBody(adas)), ben: deskOn(docBody(bens)), adas, bens, exchange }
}

function rangeOf({ editor }: Desk, words: string) {
  let from = -1
  editor.state.doc.descendants((node, at) => {
    const index = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (index >= 0) from = at + index
  })
  return { from, to: from + words.length }
}

/** Somebody comments on these words, and everybody is told. */
function talkAbout(id: string, words: string, by: Desk, ...all: Desk[]): Held {
  const held = holdOn(by.editor.state, rangeOf(by, words))
  if (!held) throw new Error('nothing to hold on to')
  const thread = { id, text: anchorToText(encodeAnchor(held.anchor)), ...held, resolved: false }
  for (const desk of all) show(desk, [...desk.threads, thread])
  return thread
}
function show(desk: Desk, threads: Held[], activeId: string | null = null): void {
  desk.threads = threads
  const shown = { threads, activeId, composing: null }
  desk.editor.view.dispatch(desk.editor.state.tr.setMeta(placesKey, { shown }))
}
/** As the server passes on what somebody’s editor told it. */
function passOn({ moved }: Desk, ...all: Desk[]): void {
  for (const { id, anchor, quote } of moved.splice(0)) {
    const text = anchorToText(encodeAnchor(anchor))
    for (const desk of all) {
      const told = desk.threads.map((one) =>
        one.id === id ? { ...one, text, anchor, quote } : one,
      )
      show(desk, told)
    }
  }
}

const drawn = ({ editor }: Desk, id = 'a') =>
  [...editor.view.dom.querySelectorAll(`[data-thread="${id}"]`)].map((mark) => mark.textContent)
const microtask = () => Promise.resolve()

describe('words that are talked about', () => {
  it('are marked for both, while both write before, behind and inside', () => {
    const { ada, ben, exchange } = together('Before', line)
    talkAbout('a', 'hundred parts', ben, ada, ben)
    for (let round = 0; round < 3; round++) {
      ada.editor.commands.insertContentAt(1, 'A')
      ben.editor.commands.insertContentAt(rangeOf(ben, ' leave').from, ' today')
      ada.editor.commands.insertContentAt(rangeOf(ada, 'dred').from, '-')
      exchange()
    }
    for (const desk of [ada, ben]) expect(drawn(desk)).toEqual(['hun---dred parts'])
  })

  it('are no more marked when they are gone, nor said to be elsewhere', () => {
    const { ada, ben, exchange } = together(line, 'A hundred parts by hand.')
    talkAbout('a', 'a hundred parts', ben, ada, ben)
    const { from, to } = rangeOf(ada, 'a hundred parts')
    ada.editor.commands.deleteRange({ from, to })
    exchange()
    for (const desk of [ada, ben]) {
      expect(drawn(desk)).toEqual([])
      expect(placesKey.getState(desk.editor.state)?.places.has('a')).toBe(false)
    }
  })

  it('are found at the same place by who deletes the first of their blocks', () => {
    const { ada, ben, exchange } = together('Before', line)
    const end = rangeOf(ben, 'Twelve').to
    const held = holdOn(ben.editor.state, { from: 3, to: end })
    if (!held) throw new Error('nothing to hold on to')
    const thread = { id: 'a', text: anchorToText(encodeAnchor(held.anchor)), ...held }
    for (const desk of [ada, ben]) show(desk, [{ ...thread, resolved: false }])
    ada.editor.view.dispatch(ada.editor.state.tr.delete(0, 8))
    exchange()
    for (const desk of [ada, ben]) {
      const place = placesKey.getState(desk.editor.state)?.places.get('a')
      expect(place).toEqual({ from: 1, to: 7, byIds: true })
    }
  })

  it('may overlap, and the shortest is the one that is meant', () => {
    const { ada, ben } = together(line)
    talkAbout('a', 'of a hundred parts leave', ada, ada, ben)
    talkAbout('b', 'hundred', ada, ada, ben)
    expect(drawn(ben, 'a').join('')).toBe('of a hundred parts leave')
    expect(drawn(ben, 'b')).toEqual(['hundred'])
    const { from } = rangeOf(ben, 'hundred')
    expect(threadAt(ben.editor.state, from + 2)).toBe('b')
    expect(threadAt(ben.editor.state, from - 2)).toBe('a')
    expect(threadAt(ben.editor.state, 2)).toBe(null)
  })

  it('are not marked once resolved, unless somebody looks at them', () => {
    const { ada } = together(line)
    const thread = talkAbout('a', 'hundred', ada, ada)
    show(ada, [{ ...thread, resolved: true }])
    expect(drawn(ada)).toEqual([])
    show(ada, [{ ...thread, resolved: true }], 'a')
    expect(drawn(ada)).toEqual(['hundred'])
  })
})

describe('words that are written anew', () => {
  const acts: [string, (desk: Desk) => unknown][] = [
    [
      'splitting before them',
      ({ editor }) => editor.chain().setTextSelection(13).splitBlock().run(),
    ],
    [
      'splitting behind them',
      (desk) => {
        const { to } = rangeOf(desk, 'hundred parts')
        desk.editor.chain().setTextSelection(to).splitBlock().run()
      },
    ],
    [
      'breaking the line before them',
      ({ editor }) => editor.chain().setTextSelection(13).setHardBreak().run(),
    ],
    [
      'taking a line break before them out',
      ({ editor }) => {
        editor.chain().setTextSelection(13).setHardBreak().run()
        editor.commands.deleteRange({ from: 13, to: 14 })
      },
    ],
    [
      'making it a heading',
      ({ editor }) => editor.chain().setTextSelection(3).setHeading({ level: 2 }).run(),
    ],
    [
      'making it a list',
      ({ editor }) => editor.chain().setTextSelection(3).toggleBulletList().run(),
    ],
    [
      'moving their block',
      ({ editor }) => {
        const block = editor.state.doc.child(0)
        const { tr } = editor.state
        editor.view.dispatch(tr.delete(0, block.nodeSize).insert(tr.doc.content.size, block))
      },
    ],
    [
      'joining it with the one before',
      ({ editor }) => {
        editor.commands.insertContentAt(0, paragraph('Before'))
        editor.chain().setTextSelection(9).joinBackward().run()
      },
    ],
  ]

  it.each(acts)('stay marked for both after %s, whoever types next', async (_, act) => {
    const { ada, ben, exchange } = together(line, 'Another line.')
    talkAbout('a', 'hundred parts', ben, ada, ben)
    act(ada)
    await microtask()
    expect(drawn(ada)).toEqual(['hundred parts'])
    exchange()
    ben.editor.commands.insertContentAt(1, 'B')
    exchange()
    expect(drawn(ada)).toEqual(['hundred parts'])
    passOn(ada, ada, ben)
    ben.editor.commands.insertContentAt(rangeOf(ben, 'hundred').from + 4, '!!')
    exchange()
    for (const desk of [ada, ben]) expect(drawn(desk)).toEqual(['hund!!red parts'])
  })

  it('are found again by who only hears of it', async () => {
    vi.useFakeTimers()
    const { ada, ben, exchange } = together(line, 'Another line.')
    talkAbout('a', 'hundred parts', ben, ben)
    ben.store.mayMove = false
    ada.editor.chain().setTextSelection(13).splitBlock().run()
    exchange()
    await vi.runAllTimersAsync()
    expect(drawn(ben)).toEqual(['hundred parts'])
    expect(ben.moved).toEqual([])
  })

  it('come back when their deletion is taken back', async () => {
    const { ada, ben, exchange } = together(line, 'Another line.')
    talkAbout('a', 'hundred parts', ben, ada, ben)
    const { from, to } = rangeOf(ada, 'hundred parts')
    ada.editor.commands.deleteRange({ from, to })
    exchange()
    expect(drawn(ada)).toEqual([])
    ada.editor.commands.undo()
    await microtask()
    exchange()
    expect(drawn(ada)).toEqual(['hundred parts'])
    passOn(ada, ada, ben)
    for (const desk of [ada, ben]) expect(drawn(desk)).toEqual(['hundred parts'])
  })
})

describe('a comment somebody begins', () => {
  it('is about what is selected, or the block the caret is in, or the whole', () => {
    const { ada } = together(line, 'Another line.')
    ada.editor.commands.setTextSelection(rangeOf(ada, 'hundred'))
    expect(selected(ada.editor)).toMatchObject({ on: 'selection', held: { quote: 'hundred' } })
    ada.editor.commands.setTextSelection(4)
    expect(selected(ada.editor)).toMatchObject({ held: { quote: line } })
    ada.editor.chain().insertContentAt(0, { type: 'paragraph' }).setTextSelection(1).run()
    expect(selected(ada.editor)).toEqual({ on: 'whole' })
  })

  it('is the thread that is there, where the caret is in its words', () => {
    const { ada } = together(line)
    talkAbout('a', 'hundred', ada, ada)
    ada.editor.commands.setTextSelection(rangeOf(ada, 'dred').from)
    expect(selected(ada.editor)).toEqual({ threadId: 'a' })
  })

  it('by a reader in a copy is about the same words in the doc', () => {
    const { ada, adas, bens, ben, exchange } = together(line)
    const copy = openReadingCopy(docBody(bens))
    const reader = deskOn(copy?.fragment ?? docBody(bens), false)
    reader.editor.commands.setTextSelection(rangeOf(reader, 'hundred'))
    const begun = selected(reader.editor)
    if (!('held' in begun)) throw new Error('nothing selected')
    ada.editor.commands.insertContentAt(1, 'About ')
    exchange()
    show(ada, [{ ...begun.held, id: 'a' }])
    expect(drawn(ada)).toEqual(['hundred'])
    expect(adas.store.clients.size).toBe(2)
    expect(ben.editor.getText()).toBe(reader.editor.getText())
    copy?.close()
  })

  it('is sent with the words as they are when it is sent', () => {
    const { ada } = together(line)
    ada.editor.commands.setTextSelection(rangeOf(ada, 'hundred'))
    const begun = selected(ada.editor)
    if (!('held' in begun)) throw new Error('nothing selected')
    const shown = { threads: [], activeId: null, composing: begun.held }
    ada.editor.view.dispatch(ada.editor.state.tr.setMeta(placesKey, { shown }))
    ada.editor.commands.insertContentAt(rangeOf(ada, 'dred').from, '-')
    expect(heldNow(ada.editor, begun).quote).toBe('hun-dred')
  })
})

it('whatever others send as a place costs nobody a letter', () => {
  const { ada, ben, exchange, adas } = together(line)
  const roots = adas.share.size
  const [client = 0] = adas.store.clients.keys()
  const at = (clock: number) => Y.createID(client, clock)
  const anchors = [
    [at(0), at(1)],
    [at(2 ** 40), at(0)],
    [Y.createID(1, 0), Y.createID(2, 0)],
    [at(9), at(3)],
  ] as const
  show(
    ada,
    anchors.map(([first, last], nth) => {
      const anchor = { first, last, before: '', after: '' }
      return { id: `${nth}`, text: `${nth}`, anchor, quote: '\u0000', resolved: false }
    }),
  )
  ben.editor.commands.insertContentAt(1, 'Ben: ')
  exchange()
  ada.editor.commands.insertContentAt(1, 'Ada: ')
  exchange()
  expect(ada.editor.getText()).toContain('Ada: Ben: Twelve')
  expect(ben.editor.getText()).toBe(ada.editor.getText())
  expect(adas.share.size).toBe(roots)
  expect(heldOf({ id: 'x', anchor: 'AAAA', quote: '', resolved: null })).toBe(null)
})
