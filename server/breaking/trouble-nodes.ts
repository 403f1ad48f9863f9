/**
 * node --import tsx server/breaking/trouble-nodes.ts [--rounds 30] [--nodes 3] [--writers 50] [--seed s]
 *
 * On a Postgres and a Redis of its own. Ends with 1 and a sentence if anything is missing.
 */
import { parseArgs } from 'node:util'
import { endOnSignal } from '../bench/child-process'
import { throwawayPostgres } from '../launch/throwaway-postgres'
import { playNodeTroubles } from './node-troubles'

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    nodes: { type: 'string', default: '3' },
    writers: { type: 'string', default: '50' },
    seed: { type: 'string' },
  },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
const [rounds, nodes, writers] = [values.rounds, values.nodes, values.writers].map(Number) as [
  number,
  number,
  number,
]

async function main() {
  const say = (line: string) => console.log(line)
  say(`${rounds} rounds with ${nodes} nodes and ${writers} writers, seed ${seed}.`)
  const postgres = await throwawayPostgres({ durable: true })
  try {
    const wish = { postgres: postgres.url, nodes, writers, rounds, seed, say }
    const acknowledged = await playNodeTroubles(wish)
    say(`${rounds} rounds, ${acknowledged} updates acknowledged, none of them missing anywhere.`)
  } finally {
    await postgres.stop()
  }
}

endOnSignal()
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
