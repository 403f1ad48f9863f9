/**
 * Many people write into one doc of the real server, which is killed (-9) under their hands again
 * and again. Whatever was ever acknowledged must be there for a newcomer after each kill, and in
 * the end everybody must hold the same.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { makeHouse } from '../bench/house-process'
import { protocolClient } from '../bench/protocol-client'
import { Random } from '../testing/random'
import { requireAcknowledged, requireSame, typeAll } from './crowd'

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
      result.acknowledged = await requireAcknowledged(house.address(0), people)
      await Promise.all(people.map((person) => person.settled()))
      say(`Kill ${kill}: all of ${result.acknowledged} acknowledged updates are there.`)
    }
    await requireSame(house.address(0), people)
    await Promise.all(people.map((person) => person.leave()))
    return result
  } finally {
    await house.remove()
  }
}
