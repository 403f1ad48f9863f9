import { expect, test } from 'vitest'
import { addressOf, doorAt, type Place, placeAt } from './reference-address'

const origin = 'https://atelier.example'
const id = '0c0e9b4e-6d0a-4a51-9c2e-0d9b7a4a7f11'

test('the address of a doc, a board or a card leads back to it', () => {
  const places: Place[] = [
    { kind: 'doc', id },
    { kind: 'board', id },
    { kind: 'card', id: 'Ab3-x_9', boardId: id },
  ]
  for (const place of places) expect(placeAt(origin + addressOf(place), origin)).toEqual(place)
})

test.each([
  `https://other.example/docs/${id}`,
  `${origin}.evil.example/docs/${id}`,
  `${origin}/docs/${id}#heading`,
  `${origin}/docs/${id}?panel=comments`,
  `${origin}/docs/${id}/history`,
  `${origin}/docs/not-an-id`,
  `${origin}/projects/${id}`,
  `${origin}/boards/${id}?card=%3Cb%3E`,
  `${origin}/docs/${id} and more words`,
  'javascript:alert(1)',
  'words',
  '',
])('%s is left as it is', (address) => expect(placeAt(address, origin)).toBeNull())

test('a link to a block of a doc, or to a comment beside it, is a door of this house', () => {
  const place = { kind: 'doc', id }
  expect(doorAt(`${origin}/docs/${id}`, origin)).toEqual({ place, within: {} })
  expect(doorAt(`${origin}/docs/${id}?block=7.12`, origin)).toEqual({
    place,
    within: { block: '7.12' },
  })
  expect(doorAt(`${origin}/docs/${id}?panel=comments&thread=a&comment=b`, origin)).toEqual({
    place,
    within: { panel: 'comments', thread: 'a', comment: 'b' },
  })
})

test.each([
  `https://other.example/docs/${id}?block=7.12`,
  `${origin}/docs/${id}?block=7.12&export=1`,
  `${origin}/boards/${id}?block=7.12`,
  'javascript:alert(1)',
  'words',
])('%s is no door', (address) => expect(doorAt(address, origin)).toBeNull())
