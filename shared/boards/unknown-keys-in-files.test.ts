import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { countUnknown, readUnknown, unknownIn, unknownPairs } from './unknown-keys'

function cardWith(pairs: [string, unknown][]): Y.Map<unknown> {
  const doc = new Y.Doc()
  const card = new Y.Map<unknown>(pairs)
  doc.getMap('cards').set('card', card)
  return card
}

function listOf(items: unknown[]): Y.Array<unknown> {
  const list = new Y.Array<unknown>()
  list.push(items)
  return list
}

/** As a newer version could have written it. */
const newer = (): [string, unknown][] => [
  ['outlook:2030', 'bright'],
  ['weights', [1, null, { deep: true }]],
  ['motto', new Y.Text('=1+1 <b>not bold</b>')],
  ['votes', new Y.Map<unknown>([['anna', 2]])],
  ['trail', listOf(['one', new Y.Text('two')])],
]

test('what a newer version wrote goes through JSON and comes back as it was', () => {
  const before = cardWith([['title', new Y.Text('Weld')], ...newer()])
  const file = JSON.parse(JSON.stringify({ unknownKeys: unknownIn('cards', before) }))
  expect(Object.keys(file.unknownKeys)).toEqual(newer().map(([key]) => key))
  const after = cardWith(unknownPairs(readUnknown('cards', file.unknownKeys)))
  expect(after.toJSON()).toEqual(cardWith(newer()).toJSON())
  expect(after.get('motto')).toBeInstanceOf(Y.Text)
  expect(after.get('votes')).toBeInstanceOf(Y.Map)
  expect(after.get('trail')).toBeInstanceOf(Y.Array)
})

test('a file puts nothing under a key that means something here', () => {
  const hostile = {
    title: { plain: 'Another' },
    'goal:anna:x': { text: 'Not hers' },
    movedTo: { plain: 'elsewhere' },
    archived: { plain: { column: 'x', order: 'a', at: 'y' } },
    '': { plain: 1 },
    ['k'.repeat(201)]: { plain: 1 },
  }
  expect(readUnknown('cards', hostile)).toBeUndefined()
  expect(readUnknown('columns', { name: { plain: 'Another' }, policy: { plain: 1 } })).toEqual({
    policy: { plain: 1 },
  })
})

test('what is broken, endless or larger than a card may be is left out, and costs nothing else', () => {
  const deep = (levels: number): unknown =>
    levels === 0 ? { plain: 1 } : { map: { in: deep(levels - 1) } }
  const proto = JSON.parse('{"__proto__":{"plain":1},"fine":{"map":{"__proto__":{"plain":2}}}}')
  expect(readUnknown('cards', proto)).toEqual({ fine: { map: {} } })
  for (const broken of [null, 7, 'x', [], { a: 1 }, { a: { plain: 1, text: 'b' } }, { a: {} }])
    expect(readUnknown('cards', broken)).toBeUndefined()
  expect(JSON.stringify(readUnknown('cards', { a: deep(5_000), b: { plain: 1 } }))).not.toContain(
    'plain":1}}}}}}}}',
  )
  const large = { a: { text: 'x'.repeat(60_000) }, b: { plain: 'stays' } }
  expect(readUnknown('cards', large)).toEqual({ b: { plain: 'stays' } })
  const many = Object.fromEntries(
    Array.from({ length: 500 }, (_, nth) => [`k${nth}`, { plain: 1 }]),
  )
  expect(countUnknown(readUnknown('cards', many))).toBe(100)
})

test('formatted text and bytes stay behind; nothing unknown is nothing in a file', () => {
  const card = cardWith([
    ['story', new Y.XmlFragment()],
    ['bytes', new Uint8Array([1])],
  ])
  expect(unknownIn('cards', card)).toBeUndefined()
  expect(unknownIn('labels', cardWith([['name', 'Oil']]))).toBeUndefined()
})
