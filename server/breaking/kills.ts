/**
 * Many people write into one doc of the real server, which is killed (-9) under their hands again
 * and again. Whatever was ever acknowledged must be there for a newcomer after each kill, and in
 * the end everybody must hold the same.
 */
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { type HouseProcess, makeHouse } from '../bench/house-process'
import { type ProtocolClient, protocolClient } from '../bench/protocol-client'
import { Random } from '../testing/random'

export type KillsWish = {
  /** A Postgres server whose user may create databases, null for the embedded one. */
  postgres: string | null
  kills: number
  writers: number
  seed: number
  say(line: string): void
}

export type KillsResult = {
  acknowledged: number
  /** Updates that were on their way at the moment of a kill. */
  underWay: number
}

/** Each presses a key this often, milliseconds. */
const keyMs = 120
const accounts = 8

export async function playKills({
  postgres,
  kills,
  writers,
  seed,
  say,
}: KillsWish): Promise<KillsResult> {
  const random = new Random(seed)
  const house = await makeHouse({ backend: { postgres }, core: null, people: accounts })
  const result: KillsResult = { acknowledged: 0, underWay: 0 }
  const people = Array.from({ length: writers }, (_, nth) =>
    protocolClient(() => house.address(nth % accounts)),
  )
  try {
    await house.start()
    await Promise.all(people.map((person) => person.enter()))
    for (let kill = 1; kill <= kills; kill++) {
      const stop = typeAll(people, random)
      await wait(200 + random.below(1000))
      await house.kill()
      stop()
      result.underWay += people.reduce((sum, { unstored }) => sum + unstored, 0)
      await house.start()
      result.acknowledged = await requireAcknowledged(house, people)
      await Promise.all(people.map((person) => person.settled()))
      say(`Kill ${kill}: all of ${result.acknowledged} acknowledged updates are there.`)
    }
    await requireSame(house, people)
    await Promise.all(people.map((person) => person.leave()))
    return result
  } finally {
    await house.remove()
  }
}

/** Everybody writes, erases and formats at places of their own choice, until told to stop. */
function typeAll(people: readonly ProtocolClient[], random: Random): () => void {
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

/** Answers how many there were. */
async function requireAcknowledged(
  house: HouseProcess,
  people: readonly ProtocolClient[],
): Promise<number> {
  const witness = protocolClient(() => house.address(0))
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

async function requireSame(house: HouseProcess, people: readonly ProtocolClient[]) {
  await Promise.all(people.map((person) => person.settled()))
  const witness = protocolClient(() => house.address(0))
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
