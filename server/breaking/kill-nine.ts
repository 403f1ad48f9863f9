/**
 * node --import tsx server/breaking/kill-nine.ts [--n 100] [--writers 50] [--seed s]
 *
 * With DATABASE_URL on that Postgres server, whose user may create databases (the run gets one of
 * its own), else on the embedded one. Ends with 1 and a sentence if anything is missing.
 */
import { parseArgs } from 'node:util'
import { endOnSignal } from '../bench/child-process'
import { playKills } from './kills'

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '100' },
    writers: { type: 'string', default: '50' },
    seed: { type: 'string' },
  },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
const say = (line: string) => console.log(line)

async function main() {
  const [kills, writers] = [Number(values.n), Number(values.writers)]
  const postgres = process.env.DATABASE_URL || null
  say(`${kills} kills under ${writers} writers, seed ${seed}.`)
  const { acknowledged, underWay } = await playKills({ postgres, kills, writers, seed, say })
  say(
    `${kills} kills, ${acknowledged} updates acknowledged, none of them missing; ${underWay} were under way when the server was killed, and came again. Everybody holds the same.`,
  )
}

endOnSignal()
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
