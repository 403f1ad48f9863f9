/** What one frame may cost, counted in steps and looks rather than in time. */
import { limits } from '@atelier/shared/sync/limits'
import { describe, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import {
  conflictBomb,
  deletionBomb,
  hostileStateVectors,
  hostileUpdates,
} from '../testing/hostile-updates'
import { settled } from '../testing/test-clock'
import { docRoom, twoPeople } from '../testing/two-people'
import { BadFrame } from './bad-frame'
import { checkDepth } from './check-depth'
import { checkSameContent } from './check-same-content'
import { checkUpdate } from './check-update'
import { Clocks } from './clocks'
import { Outline } from './outline'
import { readStateVector } from './read-state-vector'

/** How often a look was taken at a byte of `frame` while `judge` judged it: work that no busy machine changes. */
function looksAt(frame: Uint8Array, judge: (watched: Uint8Array) => unknown): number {
  let looks = 0
  const watched = new Proxy(frame, {
    get(target, key) {
      if (typeof key === 'string' && /^\d/.test(key)) looks++
      const value = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  try {
    judge(watched)
  } catch (error) {
    if (!(error instanceof BadFrame)) throw error
  }
  return looks
}

function judge(update: Uint8Array) {
  const { known } = checkUpdate(new Clocks(), update, limits.clientsPerUpdate)
  checkDepth(new Outline(), update)
  checkSameContent(new Y.Doc(), update, known)
}

describe('[S6] the work of one frame', () => {
  const large = {
    'inserts at one place': conflictBomb(5000),
    'deletions in one text': deletionBomb(5000),
  }
  /** Its outline, the depth of its types, and the words the room knows already. */
  const passes = 3

  test.each(Object.entries({ ...hostileUpdates, ...large }))(
    '%s: the check looks at no byte more than a few times, whatever they claim to count',
    (_, update) => {
      const looks = looksAt(update, (watched) => judge(watched))
      expect(looks).toBeLessThanOrEqual(passes * update.length + 1)
    },
  )

  test.each(Object.entries(hostileStateVectors))(
    'having %s: the check looks at no byte twice, and stops at the count',
    (_, stateVector) => {
      const looks = looksAt(stateVector, (watched) => readStateVector(0, watched))
      expect(looks).toBeLessThanOrEqual(Math.min(stateVector.length + 1, 50_000))
    },
  )

  test.each([
    ['inserts at one place', conflictBomb(5000)],
    ['deletions in one text', deletionBomb(5000)],
  ])(
    '%s: a room stops at its budget, keeps nobody else from writing, and holds nothing back',
    async (_, update) => {
      const { ana, ben, rooms } = await twoPeople()
      // Only the room's own work counts.
      ben.wire.hold()
      // A clock on which every look takes a millisecond: the budget becomes a count of steps.
      let looks = 0
      const clock = vi.spyOn(performance, 'now').mockImplementation(() => looks++)
      ana.client.sendUpdate(update)
      clock.mockRestore()
      ben.wire.deliver()
      expect(looks).toBeGreaterThan(900)
      expect(looks).toBeLessThan(1100)
      expect(ana.client.closed?.reason).toBe('loadFailed')
      ben.doc.getText('title').insert(0, 'unharmed')
      await settled()
      expect(ben.client.isSaved).toBe(true)
      await rooms.edit(docRoom, (doc) => {
        expect(doc.store.pendingStructs ?? doc.store.pendingDs).toBeNull()
      })
    },
  )
})
