/**
 * node --import tsx server/breaking/hostile-frames.ts [--frames 1000000] [--upgrades 10000]
 *   [--stalled 20] [--attackers 8] [--seed s]
 *
 * On a Postgres of its own. Ends with 1 and a sentence if anybody honest was harmed.
 */
import { parseArgs } from 'node:util'
import { endOnSignal } from '../bench/child-process'
import { throwawayPostgres } from '../launch/throwaway-postgres'
import { playAttack } from './attack'

const { values } = parseArgs({
  options: {
    frames: { type: 'string', default: '1000000' },
    upgrades: { type: 'string', default: '10000' },
    stalled: { type: 'string', default: '20' },
    attackers: { type: 'string', default: '8' },
    seed: { type: 'string' },
  },
})

async function main() {
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
  const say = (line: string) => console.log(line)
  say(`Seed ${seed}.`)
  const postgres = await throwawayPostgres({ durable: true })
  try {
    const { rssGrowth, heapGrowth } = await playAttack({
      backend: { postgres: postgres.url },
      frames: Number(values.frames),
      upgrades: Number(values.upgrades),
      stalledReaders: Number(values.stalled),
      attackers: Number(values.attackers),
      seed,
      say,
    })
    const mb = (bytes: number) => (bytes / 1e6).toFixed(1)
    say(`The process grew by ${mb(rssGrowth)} MB, its heap by ${mb(heapGrowth)} MB.`)
  } finally {
    await postgres.stop()
  }
}

endOnSignal()
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
