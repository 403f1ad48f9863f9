/**
 * Honest people write in two docs while somebody with an account does all the harm that bytes can
 * do to one of them, and to the door, and a third doc cannot be read any more.
 */
import { setTimeout as wait } from 'node:timers/promises'
import * as Y from 'yjs'
import { type Backend, makeHouse } from '../bench/house-process'
import { type ProtocolClient, protocolClient } from '../bench/protocol-client'
import { Random } from '../testing/random'
import { breakUpgrades, knock, stall, throwFrames } from './attackers'
import { requireSame } from './crowd'

export type AttackWish = {
  backend: Backend
  frames: number
  upgrades: number
  stalledReaders: number
  attackers: number
  seed: number
  say(line: string): void
}

/** Milliseconds from a key pressed to the word on the other's screen, in the doc that is left alone. */
type RoundTrips = { p50: number; p99: number; worst: number }

export type AttackResult = {
  frames: number
  before: RoundTrips
  during: RoundTrips
  /** Bytes the server's process grew by, and what JavaScript holds of it. */
  rssGrowth: number
  heapGrowth: number
}

const [poisonedDoc, quietDoc, attackedDoc] = [0, 1, 2]
/** No Yjs can read it, and nobody checked it when it was stored. */
const poison = Uint8Array.of(1, 255, 255, 255, 255, 15, 1, 0, 4)
const attackerAccount = 2

/** Throws when somebody honest lost a word or reads another one, or the server ended. */
export async function playAttack(wish: AttackWish): Promise<AttackResult> {
  const { backend, say } = wish
  const house = await makeHouse({ backend, core: null, people: 3, rooms: 3, holds: [poison] })
  const at = (person: number, room: number) => protocolClient(() => house.address(person, room))
  try {
    await house.start()
    const quiet: [ProtocolClient, ProtocolClient] = [at(0, quietDoc), at(1, quietDoc)]
    const attacked: [ProtocolClient, ProtocolClient] = [at(0, attackedDoc), at(1, attackedDoc)]
    await Promise.all([...quiet, ...attacked].map((person) => person.enter()))
    await fillUp(attacked[0])
    const before = await roundTripsWhile(quiet, attacked, wait(2000))
    const memoryBefore = await house.memory()
    say(`Before: ${told(before)}.`)

    const ends = await Promise.all(
      Array.from({ length: wish.stalledReaders }, () => stall(house.address(1, attackedDoc))),
    )
    const badAddress = () => house.address(attackerAccount, attackedDoc)
    const share = Math.ceil(wish.frames / wish.attackers)
    const attack = Promise.all([
      breakUpgrades(badAddress(), wish.upgrades, new Random(wish.seed)),
      ...Array.from({ length: wish.attackers }, (_, nth) =>
        throwFrames(badAddress, share, new Random(wish.seed + nth)),
      ),
    ])
    const stopKnocking = knock(() => house.address(1, poisonedDoc))
    const during = await roundTripsWhile(quiet, attacked, attack)
    for (const end of ends) end()
    const knocks = await stopKnocking()
    const [, ...thrown] = await attack
    const frames = thrown.reduce((sum, one) => sum + one.frames, 0)
    say(
      `During ${frames} spoilt frames, ${wish.upgrades} broken upgrades and ${knocks} knocks at a poisoned doc: ${told(during)}.`,
    )

    await requireSame(house.address(0, quietDoc), quiet)
    // Their own words: what stands where in the attacker's is not promised (S6).
    await requireSame(house.address(0, attackedDoc), attacked, 'honest')
    requireWords(quiet[0])
    requireReadable(attacked)
    await wait(1000)
    const memory = await house.memory()
    await Promise.all([...quiet, ...attacked].map((person) => person.leave()))
    return {
      frames,
      before,
      during,
      rssGrowth: memory.rss - memoryBefore.rss,
      heapGrowth: memory.heapUsed - memoryBefore.heapUsed,
    }
  } finally {
    await house.remove()
  }
}

const largeBytes = 400_000

/** Large enough that no buffer between two machines hides whoever asks for all of it and reads nothing. */
async function fillUp(person: ProtocolClient) {
  person.doc.getText('large').insert(0, 'large '.repeat(largeBytes / 6))
  await person.settled()
}

const told = ({ p50, p99, worst }: RoundTrips) =>
  `round trips in the doc next door p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, worst ${worst.toFixed(1)} ms`

const honestWord = /^(\d+ )*$/

async function roundTripsWhile(
  [ana, ben]: [ProtocolClient, ProtocolClient],
  others: readonly ProtocolClient[],
  happening: Promise<unknown>,
): Promise<RoundTrips> {
  const trips: number[] = []
  let isOver = false
  const over = happening.finally(() => {
    isOver = true
  })
  while (!isOver) {
    const begun = performance.now()
    const words = textOf(ana)
    words.insert(words.length, `${words.length} `)
    await ben.until(() => textOf(ben).length === words.length)
    trips.push(performance.now() - begun)
    for (const { doc } of others) doc.getText('honest').insert(0, '1 ')
    await wait(20)
  }
  await over
  trips.sort((a, b) => a - b)
  const part = (share: number) => trips[Math.floor((trips.length - 1) * share)] ?? 0
  return { p50: part(0.5), p99: part(0.99), worst: part(1) }
}

const textOf = ({ doc }: ProtocolClient) => doc.getText('body')

function requireWords(person: ProtocolClient) {
  if (!honestWord.test(textOf(person).toString())) {
    throw new Error('A doc that was left alone holds words nobody wrote.')
  }
}

/** Whatever the attacker was allowed to write, every honest replica can be read and written anew. */
function requireReadable(people: readonly ProtocolClient[]) {
  for (const { doc } of people) {
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
    if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) {
      throw new Error('Something waits for what never comes.')
    }
    if (!honestWord.test(copy.getText('honest').toString())) {
      throw new Error('Somebody changed what they could not have.')
    }
  }
}
