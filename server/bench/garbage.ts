/** Messages that no client of ours sends, each different, the same for the same seed. */
import { messageKinds, syncKinds } from '@atelier/shared/sync/messages'
import * as Y from 'yjs'
import { encodeSync } from '../sync/sync-frames'
import { hostileStateVectors, hostileUpdates } from '../testing/hostile-updates'
import type { Random } from '../testing/random'

/** Larger ones are a matter of bandwidth, not of form. */
const longest = 4096

const small = (updates: Record<string, Uint8Array>) =>
  Object.values(updates).filter(({ length }) => length <= longest)
const updates = small(hostileUpdates)
const stateVectors = small(hostileStateVectors)

type Make = (random: Random) => Uint8Array

const makes: Make[] = [
  // Kinds nobody has spoken of, which a relay hands to everybody.
  (random) => Uint8Array.of(20 + random.below(100), ...noise(random, 8)),
  (random) => encodeSync(syncKinds.update, noise(random, 1 + random.below(60))),
  (random) => encodeSync(syncKinds.update, random.pick(updates)),
  (random) => encodeSync(syncKinds.step2, random.pick(updates)),
  (random) => encodeSync(syncKinds.step1, random.pick(stateVectors)),
  (random) => encodeSync(syncKinds.update, cut(random, letter(random, true))),
  // Fit for Yjs, but what it builds on never comes.
  (random) => encodeSync(syncKinds.update, letter(random, false)),
  (random) => Uint8Array.of(messageKinds.presence, 30, ...noise(random, 30)),
]

export const garbage = (random: Random): Uint8Array => random.pick(makes)(random)

const noise = (random: Random, length: number) =>
  Uint8Array.from({ length }, () => random.below(256))

const cut = (random: Random, update: Uint8Array) =>
  update.subarray(0, random.below(update.length - 1))

/** The first letter of somebody, or one that builds on a first one nobody has. */
function letter(random: Random, isFirst: boolean): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1 + random.below(2 ** 31)
  doc.getText('body').insert(0, 'x')
  if (isFirst) return Y.encodeStateAsUpdate(doc)
  const first = Y.encodeStateVector(doc)
  doc.getText('body').insert(1, 'y')
  return Y.encodeStateAsUpdate(doc, first)
}
