import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Authors } from './authors'

test('what the server writes for several people, under one client id, is each one’s own', () => {
  const [doc, authors] = [new Y.Doc(), new Authors()]
  const by = ['ana', 'ben', 'ana', 'ana']
  let nth = 0
  doc.on('update', (update: Uint8Array) => authors.hear(update, by[nth++] ?? ''))
  for (const key of ['a', 'b', 'c', 'd']) doc.getMap('cards').set(key, 'x')
  const of = (key: string) => authors.of(doc.getMap('cards')._map.get(key)?.id)
  expect(['a', 'b', 'c', 'd'].map(of)).toEqual(by)
  expect(authors.of({ client: 1, clock: 0 })).toBeNull()
})

test('what was heard since is taken over, and the latest word counts', () => {
  const [doc, before, later] = [new Y.Doc(), new Authors(), new Authors()]
  doc.getMap('cards').set('a', 'x')
  const update = Y.encodeStateAsUpdate(doc)
  before.hear(update, 'ana')
  later.hear(update, 'ben')
  expect(before.add(later).of({ client: doc.clientID, clock: 0 })).toBe('ben')
})
