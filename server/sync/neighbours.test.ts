import type { RoomName } from '@atelier/shared/sync/room-name'
import { expect, test } from 'vitest'
import { TestClock } from '../testing/test-clock'
import { noBus } from './bus'
import { Neighbours } from './neighbours'
import { encodeNodeMessage } from './node-messages'

test('[S17] what cannot be taken from another node keeps nobody from hearing what comes after it', () => {
  const taken: number[] = []
  let catchUps = 0
  const neighbours = new Neighbours({
    bus: noBus,
    name: 'doc.x' as RoomName,
    clock: new TestClock(),
    log: { warn: () => undefined, error: () => undefined },
    room: {
      takeFrom({ update }) {
        if (update[0] === 2) throw new Error('other words for a clock the room knows')
        taken.push(update[0] ?? 0)
        return true
      },
      hearPresence: () => undefined,
      introduce: () => undefined,
      nodeIsGone: () => undefined,
      catchUp() {
        catchUps++
      },
    },
  })
  const updates = [1, 2, 3].map((nth) => ({ update: Uint8Array.of(nth), personId: null }))
  neighbours.hear('other', encodeNodeMessage({ kind: 'updates', first: 10, updates }))
  expect(taken).toEqual([1, 3])
  expect(catchUps).toBe(1)
})
