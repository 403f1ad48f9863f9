/** Nodes are restarted one after the other under everybody's hands, as for a new version. */
import { makeHouse, type NodeProcess } from '../bench/house-process'
import { type ProtocolClient, protocolClient } from '../bench/protocol-client'
import { throwawayRedis } from '../launch/throwaway-redis'
import { Random } from '../testing/random'

export type RestartsWish = {
  /** A Postgres server whose user may create databases. */
  postgres: string
  sockets: number
  rooms: number
  nodes: number
}

/** `wholeMs`: from the signal to the moment everybody is in and has what was written meanwhile. */
export type Restart = { node: number; downMs: number; wholeMs: number }

const accounts = 8

/** Throws when somebody never comes back or lacks a word. */
export async function playRollingRestart(wish: RestartsWish): Promise<Restart[]> {
  const { postgres, sockets, rooms } = wish
  const random = new Random(1)
  const redis = await throwawayRedis()
  const backend = { postgres }
  const house = await makeHouse({ backend, core: null, people: accounts, rooms, redis: redis.url })
  try {
    const nodes: NodeProcess[] = [house]
    while (nodes.length < wish.nodes) nodes.push(await house.anotherNode())
    await Promise.all(nodes.map((node) => node.start()))
    const running = new Set(nodes)
    const people = Array.from({ length: sockets }, (_, nth) =>
      protocolClient(() => random.pick([...running]).address(nth % accounts, nth % rooms)),
    )
    await Promise.all(people.map((person) => person.enter()))
    const restarts: Restart[] = []
    for (const [node, process] of nodes.entries()) {
      const begun = performance.now()
      running.delete(process)
      const stopped = process.stop()
      // One in each room writes while the node ends.
      for (const person of people.slice(0, rooms)) write(person, `during ${node} `)
      await stopped
      await process.start()
      running.add(process)
      const downMs = performance.now() - begun
      await Promise.all(people.map((person) => reads(person, `during ${node} `)))
      await Promise.all(people.map((person) => person.settled()))
      restarts.push({ node, downMs, wholeMs: performance.now() - begun })
    }
    await Promise.all(people.map((person) => person.leave()))
    return restarts
  } finally {
    await house.remove()
    await redis.stop()
  }
}

const textOf = ({ doc }: ProtocolClient) => doc.getText('body')
const write = (person: ProtocolClient, words: string) => textOf(person).insert(0, words)
const reads = (person: ProtocolClient, words: string) =>
  person.until(() => textOf(person).toString().includes(words))
