import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { movedCaret, textChange } from './text-diff'

const apply = (before: string, after: string, caret?: number) => {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  text.insert(0, before)
  const change = textChange(before, after, caret)
  if (change) {
    text.delete(change.at, change.removed)
    text.insert(change.at, change.inserted)
  }
  return text.toString()
}

describe('typing in a shared field', () => {
  it('writes any edit, whole letters and emoji alike, wherever the caret is', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '🙂', '🙃', 'ß'), maxLength: 8 })
    fc.assert(
      fc.property(letters, letters, fc.nat(16), (before, after, caret) => {
        expect(apply(before, after, caret)).toBe(after)
      }),
      { seed: 7, numRuns: 500 },
    )
  })

  it('changes nothing when nothing changed', () => {
    expect(textChange('same', 'same')).toBe(null)
  })

  it('puts a repeated letter where the caret is', () => {
    expect(textChange('aa', 'aaa', 1)).toEqual({ at: 0, removed: 0, inserted: 'a' })
    expect(textChange('aa', 'aaa', 3)).toEqual({ at: 2, removed: 0, inserted: 'a' })
  })

  it('touches only what differs, so that two people can type at both ends', () => {
    expect(textChange('one three', 'one two three', 8)).toMatchObject({ removed: 0 })
  })
})

describe('the caret while others type', () => {
  it('moves with text inserted before it, and stays for text after it', () => {
    expect(movedCaret(3, [{ insert: 'xy' }])).toBe(5)
    expect(movedCaret(3, [{ retain: 5 }, { insert: 'xy' }])).toBe(3)
  })

  it('stays put when others type exactly at it', () => {
    expect(movedCaret(3, [{ retain: 3 }, { insert: 'xy' }])).toBe(3)
  })

  it('moves back when text before or around it goes', () => {
    expect(movedCaret(5, [{ delete: 2 }])).toBe(3)
    expect(movedCaret(5, [{ retain: 3 }, { delete: 4 }])).toBe(3)
    expect(movedCaret(5, [{ retain: 7 }, { delete: 4 }])).toBe(5)
  })
})
