/**
 * node --import tsx server/breaking/forty-at-a-workshop.ts [--guests 40] [--minutes 10] [--seed s] [--embedded]
 *
 * On a Postgres of its own unless `--embedded`. A fifth of the guests is cut off for 5 to 60 seconds, over and over.
 * Prints what was written, voted, and how far clocks were apart; ends with 1 and a sentence when a promise is broken.
 */
import { parseArgs } from 'node:util'
import { endOnSignal } from '../bench/child-process'
import { throwawayPostgres } from '../launch/throwaway-postgres'
import { playWorkshop, requirePromised } from './workshop-weather'

const { values } = parseArgs({
  options: {
    guests: { type: 'string', default: '40' },
    minutes: { type: 'string', default: '10' },
    embedded: { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
const say = (line: string) => console.log(line)

async function main() {
  const postgres = values.embedded ? null : await throwawayPostgres({ durable: true })
  say(`${values.guests} guests, ${values.minutes} minutes, seed ${seed}.`)
  try {
    const result = await playWorkshop({
      backend: { postgres: postgres?.url ?? null },
      guests: Number(values.guests),
      phaseMs: Number(values.minutes) * 60_000,
      awayMs: [5_000, 60_000],
      seed,
      say,
    })
    say(JSON.stringify(result))
    requirePromised(result)
  } finally {
    await postgres?.stop()
  }
}

endOnSignal()
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
