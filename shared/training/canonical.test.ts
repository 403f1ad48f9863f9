import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, type Plain } from './canonical'

const plain = fc.letrec<{ value: Plain }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'binary' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'grapheme-ascii' }), tie('value'), { maxKeys: 4 }),
  ),
})).value

/** The same content, its keys put the other way round. */
function turned(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).reverse()
  return Object.fromEntries(entries.map(([key, inner]) => [key, turned(inner as Plain)]))
}

/** The same text, each letter in another of Unicode's forms. */
function decomposed(value: Plain): Plain {
  if (typeof value === 'string') return value.normalize('NFD')
  if (Array.isArray(value)) return value.map(decomposed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, decomposed(inner as Plain)]),
  )
}

describe('the same content is the same bytes', () => {
  test('in whatever order its keys were written', () => {
    fc.assert(fc.property(plain, (value) => canonicalJson(turned(value)) === canonicalJson(value)))
  })

  test('in whichever form its letters came', () => {
    fc.assert(
      fc.property(plain, (value) => canonicalJson(decomposed(value)) === canonicalJson(value)),
    )
    expect(canonicalJson('Fra\u0308ser')).toBe(canonicalJson('Fr\u00e4ser'))
  })

  test('however often it was read and written again', () => {
    fc.assert(
      fc.property(plain, (value) => {
        const once = canonicalJson(value)
        expect(canonicalJson(JSON.parse(once))).toBe(once)
      }),
    )
  })
})

test('other content is other bytes', () => {
  const differ = (one: Plain, other: Plain) =>
    expect(canonicalJson(one)).not.toBe(canonicalJson(other))
  differ({ a: 1 }, { a: '1' })
  differ([1, 2], [2, 1])
  differ({ a: null }, {})
  differ('a', 'a ')
})

test('is written as the documentation says', () => {
  const value = { text: 'Öl\n', minutes: -0, Rows: [{ b: true, a: null }] }
  expect(canonicalJson(value)).toBe('{"Rows":[{"a":null,"b":true}],"minutes":0,"text":"Öl\\n"}')
})

test('refuses what could be written in two ways', () => {
  for (const value of [0.1, Number.NaN, 2 ** 53, undefined, () => 1])
    expect(() => canonicalJson({ value } as unknown as Plain)).toThrow()
  expect(() => canonicalJson({ 'a\u0308': 1, '\u00e4': 2 })).toThrow('twice')
})

test('half a character does not change on its way through a file', () => {
  const once = canonicalJson('cut \ud83d off')
  const back = new TextDecoder().decode(new TextEncoder().encode(once))
  expect(back).toBe(once)
})
