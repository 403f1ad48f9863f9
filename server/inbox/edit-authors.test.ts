import { roomName } from '@atelier/shared/sync/room-name'
import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { expect, test } from 'vitest'
import { editAuthors } from './edit-authors'

/** So many pieces are kept of a room. */
const mostSpans = 20_000
const room = roomName('board', crypto.randomUUID())

test('one frame that deletes every second letter brings no more than is kept, and nobody else’s name', () => {
  const authors = editAuthors()
  const every = Array.from({ length: 5 * mostSpans }, (_, nth): Run => [2 * nth, 1])
  authors.hear(room, deletionOf(...every), 'ana')
  // Who brings it again when nothing more is kept has not done it either.
  authors.hear(room, deletionOf(...every), 'ben')
  const heard = authors.take(room)
  const gone = (nth: number) => heard.deleterOf({ client: 7, clock: 2 * nth })
  const asked = [0, mostSpans - 1, mostSpans, every.length - 1]
  expect(asked.map(gone)).toEqual(['ana', 'ana', null, null])
  const begun = performance.now()
  for (let nth = 0; nth < 100_000; nth++) gone(mostSpans - 1)
  expect(performance.now() - begun).toBeLessThan(2_000)
})

test('whoever brought a piece first is its author, however the pieces overlap', () => {
  const spans = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }), fc.nat(3)))
  fc.assert(
    fc.property(spans, (all) => {
      const authors = editAuthors()
      const first = new Map<number, string>()
      for (const [from, length, who] of all) {
        authors.hear(room, deletionOf([from, length]), `person ${who}`)
        for (let clock = from; clock < from + length; clock++)
          if (!first.has(clock)) first.set(clock, `person ${who}`)
      }
      const heard = authors.take(room)
      for (let clock = 0; clock < 65; clock++)
        expect(heard.deleterOf({ client: 7, clock })).toBe(first.get(clock) ?? null)
    }),
  )
})

test('given back, it is known again, before what came since', () => {
  const authors = editAuthors()
  authors.hear(room, deletionOf([0, 1]), 'ana')
  const taken = authors.take(room)
  authors.hear(room, deletionOf([0, 2]), 'ben')
  taken.giveBack()
  const heard = authors.take(room)
  const by = [0, 1, 2].map((clock) => heard.deleterOf({ client: 7, clock }))
  expect(by).toEqual(['ana', 'ben', null])
})

type Run = [from: number, length: number]

/** An update of no structs, that deletes these of client 7's. */
function deletionOf(...runs: Run[]): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [0, 1, 7, runs.length, ...runs.flat()])
    encoding.writeVarUint(encoder, number)
  return encoding.toUint8Array(encoder)
}
