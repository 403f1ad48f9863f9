/** Frames nobody's client sends: real ones with something changed, and those made to do harm. */
import { messageKinds, syncKinds } from '@atelier/shared/sync/messages'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { encodeSync } from '../sync/sync-frames'
import { hostileStateVectors, hostileUpdates } from '../testing/hostile-updates'
import type { Random } from '../testing/random'

/** Mostly real frames with a change or two, sometimes a bomb, sometimes noise. */
export function spoiltFrame(random: Random): Uint8Array {
  const kind = random.below(20)
  if (kind === 0) return random.pick(bombs)
  if (kind === 1) return noise(random)
  let frame = realFrame(random)
  for (let changes = 1 + random.below(3); changes > 0; changes--) frame = changed(frame, random)
  return frame
}

const bombs = [
  ...Object.values(hostileUpdates).flatMap((update) => [
    encodeSync(syncKinds.update, update),
    encodeSync(syncKinds.step2, update),
  ]),
  ...Object.values(hostileStateVectors).map((vector) => encodeSync(syncKinds.step1, vector)),
]

function realFrame(random: Random): Uint8Array {
  const doc = new Y.Doc()
  const text = doc.getText('body')
  text.insert(0, 'the quick brown fox')
  if (random.below(2)) text.format(2, 6, { strong: true })
  if (random.below(2)) text.delete(1, 5)
  if (random.below(3) === 0) doc.getMap('cards').set('one', { title: 'jumps', at: [1, 2.5, null] })
  const update = Y.encodeStateAsUpdate(doc)
  switch (random.below(4)) {
    case 0:
      return encodeSync(syncKinds.step1, Y.encodeStateVector(doc))
    case 1:
      return encodeSync(syncKinds.step2, update)
    case 2:
      return presenceFrame(doc.clientID)
    default:
      return encodeSync(syncKinds.update, update)
  }
}

function presenceFrame(client: number): Uint8Array {
  const payload = encoding.encode((body) => {
    encoding.writeVarUint(body, 1)
    encoding.writeVarUint(body, client)
    encoding.writeVarUint(body, 1)
    encoding.writeVarString(body, JSON.stringify({ person: { name: 'somebody else' }, card: 'x' }))
  })
  return encoding.encode((frame) => {
    encoding.writeVarUint(frame, messageKinds.presence)
    encoding.writeVarUint8Array(frame, payload)
  })
}

const noise = (random: Random) =>
  Uint8Array.from({ length: random.below(200) }, () => random.below(256))

function changed(frame: Uint8Array, random: Random): Uint8Array {
  const at = random.below(frame.length)
  const to = at + random.below(frame.length - at + 1)
  switch (random.below(5)) {
    case 0:
      return frame.slice(0, at)
    case 1:
      return Buffer.concat([frame.subarray(0, to), frame.subarray(at)])
    case 2:
      return Buffer.concat([frame.subarray(0, at), noise(random), frame.subarray(at)])
    default: {
      const other = frame.slice()
      other[at] = random.below(4) ? (other[at] ?? 0) ^ (1 << random.below(8)) : 255
      return other
    }
  }
}
