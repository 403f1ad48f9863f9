/** Many people come to docs, write a little and leave again, for as long as one likes. */
import { setTimeout as wait } from 'node:timers/promises'
import { type Backend, type HouseProcess, makeHouse } from '../bench/house-process'
import { protocolClient } from '../bench/protocol-client'
import { Random } from '../testing/random'
import { growthPerMinute, told, toldGrowth, type Vitals, vitalsOf } from './vitals'

export type VisitsWish = {
  backend: Backend
  people: number
  docs: number
  minutes: number
  /** Between two looks at the server, milliseconds. */
  lookMs: number
  /** How long after the last has left the server has to be as it was, milliseconds. */
  restMs: number
  seed: number
  say(line: string): void
}

export type VisitsResult = { visits: number; before: Vitals; during: Vitals[]; after: Vitals }

/** Throws when a word is lost, or the server keeps hold of what it no longer needs. */
export async function playVisits(wish: VisitsWish): Promise<VisitsResult> {
  const { backend, people, docs, say } = wish
  const house = await makeHouse({ backend, core: null, people, rooms: docs })
  const look = () => vitalsOf(house, house.databaseUrl)
  try {
    await house.start()
    const before = await look()
    say(`Nobody is here: ${told(before)}.`)
    const until = performance.now() + wish.minutes * 60_000
    const coming = Promise.all(
      Array.from({ length: people }, (_, nth) =>
        comeAndGo({ house, docs, nth, until, random: new Random(wish.seed + nth) }),
      ),
    )
    const during = await lookWhile(coming, wish, look)
    const visits = (await coming).reduce((sum, count) => sum + count, 0)
    await wait(wish.restMs)
    const after = await look()
    say(`All have left, after ${visits} visits: ${told(after)}.`)
    return { visits, before, during, after }
  } finally {
    await house.remove()
  }
}

async function lookWhile(
  coming: Promise<unknown>,
  { lookMs, say }: VisitsWish,
  look: () => Promise<Vitals>,
): Promise<Vitals[]> {
  const during: Vitals[] = []
  const over = coming.then(() => true)
  while (!(await Promise.race([over, wait(lookMs, false)]))) {
    const vitals = await look()
    during.push(vitals)
    say(`${new Date().toISOString().slice(11, 19)} ${told(vitals)}`)
  }
  return during
}

type Visitor = { house: HouseProcess; docs: number; nth: number; until: number; random: Random }

/** Answers how often. Whoever comes back to a doc must find what they left there. */
async function comeAndGo({ house, docs, nth, until, random }: Visitor): Promise<number> {
  const left = new Map<number, string>()
  let visits = 0
  for (; performance.now() < until; visits++) {
    const room = random.below(docs)
    const person = protocolClient(() => house.address(nth, room))
    await person.enter()
    const desk = person.doc.getMap<string>('desks')
    const found = desk.get(`${nth}`)
    if (found !== left.get(room)) throw new Error(`Doc ${room}: ${found}, not ${left.get(room)}.`)
    for (let words = random.below(6); words > 0; words--) {
      const text = person.doc.getText('body')
      if (text.length > 400) text.delete(0, 200)
      text.insert(random.below(text.length + 1), `${nth} `)
      await wait(random.below(600))
    }
    left.set(room, `visit ${visits}`)
    desk.set(`${nth}`, `visit ${visits}`)
    await person.settled()
    await person.leave()
    person.doc.destroy()
    await wait(random.below(1500))
  }
  return visits
}

/** The pool of a server, and the one connection that only appends. */
const mostConnections = 17
const mostGrowthPerMinute = 1e6
/** Bytes, of caches that are the same after an hour. */
const mostKept = 20e6

/** Throws a sentence when handles are not given back, or the pool is larger than it may be. */
export function requireGivenBack({ before, during, after }: VisitsResult): void {
  const most = Math.max(...during.map(({ connections }) => connections ?? 0))
  if (most > mostConnections) throw new Error(`There were ${most} database connections.`)
  // Of an embedded database both ends of a connection are in this process.
  const more = (after.handles ?? 0) - (before.handles ?? 0)
  if (more > (after.connections === null ? 2 * mostConnections : mostConnections)) {
    throw new Error(`${more} handles were never given back.`)
  }
}

/**
 * The first third, in which caches fill, does not count. Throws when the heap grows for good, while
 * people are there or after everybody has left.
 */
export function requireFlat({ before, during, after }: VisitsResult): string {
  const warm = during.slice(Math.floor(during.length / 3))
  const [rss, heap] = [growthPerMinute(warm, 'rss'), growthPerMinute(warm, 'heap')]
  const kept = after.heap - before.heap
  const words = `resident memory grew by ${toldGrowth(rss)}, the heap by ${toldGrowth(heap)}, of which ${(kept / 1e6).toFixed(1)} MB are left`
  if (heap > mostGrowthPerMinute || kept > mostKept) throw new Error(`Too much: ${words}.`)
  return words
}
