/** `npm run bench`. */
import { throwawayPostgres } from '../launch/throwaway-postgres'
import { asJson, asMarkdown, runBench } from './bench'
import { endOnSignal } from './child-process'
import { shareCores } from './cores'
import { type Flags, parseFlags, usage } from './flags'

async function main(flags: Flags) {
  const cores = shareCores()
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const postgres = await throwawayPostgres({ durable: true })
  say(`Postgres: ${postgres.source}`)
  try {
    const backends = [{ postgres: postgres.url }, { postgres: null }]
    const wish = { flags, backends, cores, say }
    const rows = await runBench(wish)
    console.log(flags.json ? asJson(rows) : asMarkdown(rows, wish))
  } finally {
    await postgres.stop()
  }
}

function readFlags(): Flags {
  try {
    return parseFlags(process.argv.slice(2), process.env.TRACE || null)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`)
    process.exit(2)
  }
}

endOnSignal()
main(readFlags()).catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
