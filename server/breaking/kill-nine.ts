/**
 * node --import tsx server/breaking/kill-nine.ts [--n 100] [--writers 50] [--seed s] [--boot]
 *
 * With DATABASE_URL on that Postgres server, whose user may create databases (the run gets one of
 * its own), else on the embedded one. With `--boot` servers on embedded databases are killed while
 * they start: the first time, or the first time after an update. Ends with 1 and a sentence if
 * anything is missing.
 */
import { parseArgs } from 'node:util'
import { endOnSignal } from '../bench/child-process'
import { playFirstStarts } from './first-starts'
import { playKills } from './kills'

const { values } = parseArgs({
  options: {
    n: { type: 'string', default: '100' },
    writers: { type: 'string', default: '50' },
    seed: { type: 'string' },
    boot: { type: 'boolean', default: false },
  },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
const say = (line: string) => console.log(line)

async function killStarts() {
  say(`${values.n} kills while servers start, seed ${seed}.`)
  const killed = await playFirstStarts({ kills: Number(values.n), seed, say })
  say(`${killed} kills. Every server started by itself afterwards, and nothing was missing.`)
}

async function killUnderWriters() {
  const [kills, writers] = [Number(values.n), Number(values.writers)]
  const postgres = process.env.DATABASE_URL || null
  say(`${kills} kills under ${writers} writers, seed ${seed}.`)
  const { acknowledged, underWay } = await playKills({ postgres, kills, writers, seed, say })
  say(
    `${kills} kills, ${acknowledged} updates acknowledged, none of them missing; ${underWay} were under way when the server was killed, and came again. Everybody holds the same.`,
  )
}

endOnSignal()
const play = values.boot ? killStarts : killUnderWriters
play().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
