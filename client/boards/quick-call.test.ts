import { describe, expect, test } from 'vitest'
import { offeredFor, quickCallAt, written } from './quick-call'

describe('letters behind an @ or a #', () => {
  test.each([
    ['Weld @', { mark: '@', at: 5, letters: '' }],
    ['@am', { mark: '@', at: 0, letters: 'am' }],
    ['Weld @ann le', { mark: '@', at: 5, letters: 'ann le' }],
    ['Weld #next w', { mark: '#', at: 5, letters: 'next w' }],
  ])('%s call somebody', (text, call) => expect(quickCallAt(text, text.length)).toEqual(call))

  test.each(['', 'Weld', 'Weld@ann', 'Weld @ann ', 'Weld @ ann', '@ann le is a b', 'C# course'])(
    '%s calls nobody',
    (text) => expect(quickCallAt(text, text.length)).toBe(null),
  )

  test('offer whose name has a word like it, whatever the accents, until one is written out', () => {
    const people = [{ name: 'José García' }, { name: 'Anna Jost' }, { name: 'Ben' }]
    expect(offeredFor(people, 'jos').map(({ name }) => name)).toEqual(['José García', 'Anna Jost'])
    expect(offeredFor(people, 'GARC').map(({ name }) => name)).toEqual(['José García'])
    expect(offeredFor(people, 'jose garcia')).toEqual([])
    expect(offeredFor(people, '')).toHaveLength(3)
  })

  test('are written out as the name, with room for the next word', () => {
    const call = { mark: '@', at: 5, letters: 'jo' } as const
    expect(written('Weld @jo slowly', call, 'José García')).toEqual({
      text: 'Weld @José García slowly',
      caret: 'Weld @José García '.length,
    })
  })
})
