/** Many people who write into one doc at once, and what must be true of them afterwards. */
import * as Y from 'yjs'
import type { ClientAddress } from '../bench/client-address'
import { type ProtocolClient, protocolClient } from '../bench/protocol-client'
import type { Random } from '../testing/random'

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
 * A newcomer at `address` must be given everything that was ever acknowledged to `people`; answers
 * how many updates that were.
 */
export async function requireAcknowledged(
  address: ClientAddress,
  people: readonly ProtocolClient[],
): Promise<number> {
  const witness = protocolClient(() => address)
  await witness.enter()
  await witness.leave()
  const acknowledged = people.flatMap((person) => person.acknowledged)
  const { doc } = witness
  const held = Y.encodeSnapshot(Y.snapshot(doc))
  for (const update of acknowledged) Y.applyUpdate(doc, update)
  const { pendingStructs, pendingDs } = doc.store
  const isWhole = pendingStructs === null && pendingDs === null
  if (!isWhole || !Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).equals(held)) {
    throw new Error('Something that was acknowledged is missing after a kill.')
  }
  return acknowledged.length
}

/** Everybody, and a newcomer at `address`, must hold the same in the end. */
export async function requireSame(address: ClientAddress, people: readonly ProtocolClient[]) {
  await Promise.all(people.map((person) => person.settled()))
  const witness = protocolClient(() => address)
  await witness.enter()
  const wanted = Y.snapshot(witness.doc)
  // The last edits may still be under way to some.
  for (const person of people) {
    await person.until(() => Y.equalSnapshots(Y.snapshot(person.doc), wanted))
    if (person.doc.getText('body').toString() !== witness.doc.getText('body').toString()) {
      throw new Error('Two people read different words.')
    }
  }
  await witness.leave()
}
