/**
 * node --import tsx server/bench/replay-paper.ts [--trace path] [--edits n] [--seed s]
 *
 * With DATABASE_URL on that Postgres server, whose user may create databases (the run gets one of
 * its own), else on the embedded one. Ends with 1 and a sentence if anything is missing.
 */
import { parseArgs } from 'node:util'
import { endOnSignal } from './child-process'
import { inventPaper, loadPaper } from './paper'
import { replayPaper } from './replay'

const { values } = parseArgs({
  options: { trace: { type: 'string' }, edits: { type: 'string' }, seed: { type: 'string' } },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 1e9))
const edits = values.edits === undefined ? undefined : Number(values.edits)
const say = (line: string) => console.log(line)

async function main() {
  const paper = values.trace
    ? await loadPaper(values.trace, edits)
    : inventPaper(edits ?? 20_000, seed)
  say(`${paper.name}, turns by seed ${seed}.`)
  const postgres = process.env.DATABASE_URL || null
  const { acknowledgedBeforeKill } = await replayPaper({ paper, seed, postgres, say })
  say(
    `Both writers, a newcomer and a newcomer after a restart read the paper’s exact ${paper.text.length} characters; of the ${acknowledgedBeforeKill} updates acknowledged before the kill none is missing.`,
  )
}

endOnSignal()
main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
