/**
 * node --import tsx server/breaking/fuzz-system.ts [--seed 1] [--runs 10] [--nodes 2] [--people 6] [--actions 20]
 *
 * On a Postgres and a Redis of its own for each run. A run that breaks a promise is told with the
 * seed that does it again, as far as time allows; ends with 1 then.
 */
import { parseArgs } from 'node:util'
import { endOnSignal } from '../bench/child-process'
import { playSystem } from './whole-system'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '10' },
    nodes: { type: 'string', default: '2' },
    people: { type: 'string', default: '6' },
    actions: { type: 'string', default: '20' },
  },
})

async function main() {
  const [first, runs] = [Number(values.seed), Number(values.runs)]
  const [nodes, people, actions] = [values.nodes, values.people, values.actions].map(Number) as [
    number,
    number,
    number,
  ]
  let broken = 0
  for (let seed = first; seed < first + runs; seed++) {
    const story: string[] = []
    const say = (line: string) => story.push(line)
    try {
      const acknowledged = await playSystem({ nodes, people, actions, seed, say })
      console.log(`Seed ${seed}: ${acknowledged} updates acknowledged, every promise kept.`)
    } catch (error) {
      broken++
      console.log(`Seed ${seed}: ${error instanceof Error ? error.message : error}`)
      console.log(story.map((line) => `  ${line}`).join('\n'))
    }
  }
  console.log(`${runs} runs of ${actions} actions, ${broken} broke a promise.`)
  process.exit(broken > 0 ? 1 : 0)
}

endOnSignal()
main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
