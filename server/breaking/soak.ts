/**
 * node --import tsx server/breaking/soak.ts [--minutes 30] [--people 100] [--docs 200] [--seed s]
 *   [--embedded]
 *
 * On a Postgres of its own unless `--embedded`. Prints the server's memory, handles and database
 * connections every half minute. Ends with 1 and a sentence if something is lost or piles up.
 */
import { parseArgs } from 'node:util'
import { endOnSignal } from '../bench/child-process'
import { throwawayPostgres } from '../launch/throwaway-postgres'
import { playVisits, requireFlat, requireGivenBack } from './visits'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    people: { type: 'string', default: '100' },
    docs: { type: 'string', default: '200' },
    embedded: { type: 'boolean', default: false },
    seed: { type: 'string' },
  },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
const say = (line: string) => console.log(line)

async function main() {
  const postgres = values.embedded ? null : await throwawayPostgres({ durable: true })
  say(`${values.people} people, ${values.docs} docs, ${values.minutes} minutes, seed ${seed}.`)
  try {
    const result = await playVisits({
      backend: { postgres: postgres?.url ?? null },
      people: Number(values.people),
      docs: Number(values.docs),
      minutes: Number(values.minutes),
      lookMs: 30_000,
      // An empty room stays for half a minute, an idle connection for ten seconds.
      restMs: 45_000,
      seed,
      say,
    })
    requireGivenBack(result)
    say(`Once warm, ${requireFlat(result)}.`)
  } finally {
    await postgres?.stop()
  }
}

endOnSignal()
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
