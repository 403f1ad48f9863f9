// @vitest-environment happy-dom
import { encodeAnchor } from '@atelier/shared/comments/anchor'
import { anchorToText } from '@atelier/shared/comments/anchor-text'
import { heldOf } from '@atelier/shared/comments/held'
import { holdOn } from '@atelier/shared/comments/mark-places'
import { placesKey } from '@atelier/shared/comments/thread-places'
import { docBody } from '@atelier/shared/docs/doc'
import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { openReadingCopy } from '../sync/reading-copy'
import { threadAt } from './comment-marks'
import { heldNow, selected } from './held-draft'
import {
  closeDesks,
  deskOn,
  drawn,
  line,
  rangeOf,
  show,
  talkAbout,
  together,
} from './testing-desks'

afterEach(() => {
  vi.useRealTimers()
  closeDesks()
})

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
