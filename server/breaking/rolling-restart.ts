/**
 * node --import tsx server/breaking/rolling-restart.ts [--sockets 500] [--rooms 50] [--nodes 2]
 *
 * Restarts one node after the other while everybody is connected, on a Postgres and a Redis of its
 * own, and tells how long it took until everybody was in again and up to date.
 */
import { parseArgs } from 'node:util'
import { endOnSignal } from '../bench/child-process'
import { throwawayPostgres } from '../launch/throwaway-postgres'
import { playRollingRestart } from './restarts'

const { values } = parseArgs({
  options: {
    sockets: { type: 'string', default: '500' },
    rooms: { type: 'string', default: '50' },
    nodes: { type: 'string', default: '2' },
  },
})

async function main() {
  const [sockets, rooms, nodes] = [values.sockets, values.rooms, values.nodes].map(Number) as [
    number,
    number,
    number,
  ]
  const postgres = await throwawayPostgres({ durable: true })
  try {
    const wish = { postgres: postgres.url, sockets, rooms, nodes }
    for (const { node, downMs, wholeMs } of await playRollingRestart(wish)) {
      console.log(
        `Node ${node + 1} of ${nodes}: down for ${Math.round(downMs)} ms, all of ${sockets} whole again ${Math.round(wholeMs)} ms after it began to end.`,
      )
    }
  } finally {
    await postgres.stop()
  }
}

endOnSignal()
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
