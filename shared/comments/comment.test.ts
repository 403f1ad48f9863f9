import { describe, expect, it } from 'vitest'
import { giveReaction, newComment, newThread } from './comment'
import { tidyParts, wordsOfComment } from './comment-words'

const id = '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01'
const bodyOf = (...body: unknown[]) => newComment.safeParse({ id, body })

describe('a comment', () => {
  it('is words, and people who are called by name', () => {
    const ana = { person: id, name: 'Ana' }
    const parts = [{ text: ' Hi' }, { text: ', ' }, ana, { text: '?\r\n\n\n\n' }]
    const tidy = tidyParts(parts)
    expect(tidy).toEqual([{ text: 'Hi, ' }, ana, { text: '?' }])
    expect(wordsOfComment(tidy)).toBe('Hi, @Ana?')
  })

  it('holds nothing that no screen can show', () => {
    expect(tidyParts([{ text: 'a\u0000b\u0007\ud800c\td\ne' }])).toEqual([{ text: 'abc\td\ne' }])
    expect(tidyParts([{ text: '🧡 👩‍🚀 שלום' }])).toEqual([{ text: '🧡 👩‍🚀 שלום' }])
  })

  it.each([
    ['nothing', []],
    ['blanks', [{ text: ' \n\u0000 ' }]],
    ['markup of another kind', [{ html: '<b>x</b>' }]],
    ['more than it says', [{ text: 'x', onclick: 'alert(1)' }]],
    ['an object for words', [{ text: { toString: 'x' } }]],
    ['somebody who could not be', [{ person: 'admin', name: 'x' }]],
    ['somebody without a name', [{ person: id, name: '' }]],
    ['too many words', [{ text: 'x'.repeat(4_001) }]],
    ['too many words in pieces', Array(100).fill({ text: 'x'.repeat(41) })],
    ['too many pieces', Array(401).fill({ text: 'x' })],
  ])('is not %s', (_, body) => {
    expect(bodyOf(...body).success).toBe(false)
  })

  it('may be long', () => {
    expect(bodyOf({ text: 'x'.repeat(4_000) }).success).toBe(true)
  })

  it.each(['', 'x', 'AAAA', 'AQAAAA==', '\u0000', 'ä'])(
    'is about no place such as %j',
    (anchor) => {
      const wish = { id, body: [{ text: 'x' }], anchor, quote: '' }
      expect(newThread.safeParse(wish).success).toBe(false)
    },
  )
})

describe('a reaction', () => {
  it.each(['👍', '❤️', '👩‍🚀', '🏳️‍🌈', '🇩🇪', '1️⃣', '👍🏽', '✅'])(
    'is an emoji such as %s',
    (emoji) => {
      expect(giveReaction.safeParse({ emoji, given: true }).success).toBe(true)
    },
  )

  it.each(['', 'a', '1', '👍👍', ' 👍', '<b>', '👍x', '\u200d', 'z̸̷'.repeat(30)])(
    'is not %j',
    (emoji) => {
      expect(giveReaction.safeParse({ emoji, given: true }).success).toBe(false)
    },
  )
})
