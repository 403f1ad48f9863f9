/**
 * node --import tsx server/breaking/fuzz-system.ts [--seed 1] [--runs 10] [--nodes 2] [--scenes 40] [--people 3] [--rounds 3]
 *
 * Each run has a Postgres and a Redis of its own. One that breaks a promise is told with the line
 * that plays it again, as far as time allows; ends with 1 then.
 */
import { parseArgs } from 'node:util'
import { endOnSignal } from '../bench/child-process'
import { playSystem } from './whole-system'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '10' },
    nodes: { type: 'string', default: '2' },
    scenes: { type: 'string', default: '40' },
    people: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
  },
})
const { seed, runs, ...given } = values
const wish = {
  nodes: Number(given.nodes),
  scenes: Number(given.scenes),
  people: Number(given.people),
  rounds: Number(given.rounds),
}

async function keepsPromises(nth: number): Promise<boolean> {
  const story: string[] = []
  const say = (line: string) => story.push(line)
  try {
    const { acknowledged, slowestOutMs } = await playSystem({ ...wish, seed: nth, say })
    console.log(
      `Seed ${nth} (${story.join('; ')}): all of ${acknowledged} updates are kept; whoever lost a right was out after ${slowestOutMs} ms at most.`,
    )
    return true
  } catch (error) {
    console.log(
      `Seed ${nth} (${story.join('; ')}): ${error instanceof Error ? error.stack : error}`,
    )
    const flags = Object.entries(wish).map(([name, value]) => `--${name} ${value}`)
    console.log(
      `  node --import tsx server/breaking/fuzz-system.ts --seed ${nth} --runs 1 ${flags.join(' ')}`,
    )
    return false
  }
}

async function main() {
  let broken = 0
  const first = Number(seed)
  for (let nth = first; nth < first + Number(runs); nth++) if (!(await keepsPromises(nth))) broken++
  console.log(`${runs} runs of ${wish.scenes} scenes, ${broken} broke a promise.`)
  process.exit(broken > 0 ? 1 : 0)
}

endOnSignal()
main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
