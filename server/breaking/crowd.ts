/** Many people who write into one doc at once, and what must be true of them afterwards. */
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import type { ClientAddress } from '../bench/client-address'
import { type ProtocolClient, protocolClient } from '../bench/protocol-client'
import type { Random } from '../testing/random'

const lookMs = 200
/** Each presses a key this often, milliseconds. */
const keyMs = 120

/** Everybody writes, erases and formats at places of their own choice, until told to stop. */
export function typeAll(people: readonly ProtocolClient[], random: Random): () => void {
  const timers = people.map(({ doc }, nth) =>
    setInterval(() => press(doc, nth, random), keyMs * (0.5 + random.next())),
  )
  return () => timers.forEach(clearInterval)
}

function press(doc: Y.Doc, nth: number, random: Random) {
  const text = doc.getText('body')
  const at = random.below(text.length + 1)
  const action = random.below(10)
  if (action === 0 && text.length > 50) text.delete(random.below(text.length - 20), 5)
  else if (action === 1) text.format(0, Math.min(10, text.length), { strong: true })
  else if (action === 2) doc.getMap('cards').set(`${nth % 5}`, `${nth}: ${random.next()}`)
  else text.insert(at, `${nth} `)
}

/**
 * A newcomer at `address` must be given everything that was ever acknowledged to `people`, within
 * `patienceMs`; answers how many updates that were.
 */
export async function requireAcknowledged(
  address: ClientAddress,
  people: readonly ProtocolClient[],
  patienceMs = 0,
): Promise<number> {
  const acknowledged = people.flatMap((person) => person.acknowledged)
  const witness = protocolClient(() => address)
  await witness.enter()
  const until = performance.now() + patienceMs
  while (!holdsAll(witness.doc, acknowledged)) {
    if (performance.now() > until) throw new Error('Something that was acknowledged is missing.')
    await wait(lookMs)
  }
  await witness.leave()
  return acknowledged.length
}

function holdsAll(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const held = Y.encodeSnapshot(Y.snapshot(copy))
  copy.transact(() => {
    for (const update of updates) Y.applyUpdate(copy, update)
  })
  const { pendingStructs, pendingDs } = copy.store
  if (pendingStructs !== null || pendingDs !== null) return false
  return Buffer.from(Y.encodeSnapshot(Y.snapshot(copy))).equals(held)
}

/** Everybody, and a newcomer at `address`, must hold the same in the end, and read it in the same order. */
export async function requireSame(
  address: ClientAddress,
  people: readonly ProtocolClient[],
  text = 'body',
) {
  await Promise.all(people.map((person) => person.settled()))
  const witness = protocolClient(() => address)
  await witness.enter()
  const wanted = Y.snapshot(witness.doc)
  // The last edits may still be under way to some.
  for (const person of people) {
    await person.until(() => Y.equalSnapshots(Y.snapshot(person.doc), wanted))
    if (person.doc.getText(text).toString() !== witness.doc.getText(text).toString()) {
      throw new Error('Two people read different words.')
    }
  }
  await witness.leave()
}
