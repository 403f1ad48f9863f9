import { wordsOfComment } from '@atelier/shared/comments/comment-words'
import { describe, expect, it } from 'vitest'
import { calledAt, findNamed, namedIn, partsOf } from './mention-text'

const ann = { id: 'a', name: 'Ann' }
const annLee = { id: 'b', name: 'Ann Lee' }
const jose = { id: 'c', name: 'José (x.y)' }

describe('mentions in what somebody writes', () => {
  it('are those who were chosen, and nobody else', () => {
    const parts = partsOf('@Ann Lee and @Ann, not @Anna nor @Bob: @José (x.y)', [ann, annLee, jose])
    expect(namedIn(parts)).toEqual([annLee, ann, jose])
    expect(wordsOfComment(parts)).toBe('@Ann Lee and @Ann, not @Anna nor @Bob: @José (x.y)')
  })

  it('are words again when their name was changed', () => {
    expect(namedIn(partsOf('@Ann Le', [annLee]))).toEqual([])
    expect(partsOf('plain', [])).toEqual([{ text: 'plain' }])
  })

  it.each([
    ['@', 1, ''],
    ['Hi @an', 6, 'an'],
    ['Hi @ann le and', 10, 'ann le'],
    ['(@x', 3, 'x'],
  ])('are looked for behind an @: %s', (text, caret, letters) => {
    expect(calledAt(text, caret)).toEqual({ at: text.indexOf('@'), letters })
  })

  it.each([
    ['mail@example.org', 16],
    ['@ no', 4],
    ['@one two three four', 19],
    ['@ann\nnext', 9],
    ['none', 4],
  ])('are not looked for in %s', (text, caret) => {
    expect(calledAt(text, caret)).toBe(null)
  })

  it('are found by any word of a name, without its accents', () => {
    const found = (letters: string) => findNamed([ann, annLee, jose], letters).map(({ id }) => id)
    expect(found('')).toEqual(['a', 'b', 'c'])
    expect(found('lee')).toEqual(['b'])
    expect(found('JOSE')).toEqual(['c'])
    expect(found('z')).toEqual([])
  })
})
