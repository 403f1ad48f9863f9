/**
 * node --import tsx server/breaking/fuzz-docs.ts [--seed 1] [--runs 1000] [--steps 40] [--story]
 *
 * On the embedded database, or with TEST_BACKEND=postgres on the server at TEST_DATABASE_URL. Each
 * scene that breaks a promise is told with the line that plays it again; ends with 1 then.
 */
import '../testing/seeded-ids'
import { parseArgs } from 'node:util'
import { playScene } from './docs-play'
import { type DocStage, openDocStage } from './docs-stage'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '1000' },
    steps: { type: 'string', default: '40' },
    story: { type: 'boolean', default: false },
  },
})
const steps = Number(values.steps)
/** Then the database is a new one. */
const scenesPerStage = 100

async function keepsPromises(stage: DocStage, seed: number): Promise<boolean> {
  const story: string[] = []
  try {
    await playScene({ stage, seed, steps, story })
    return true
  } catch (error) {
    if (values.story) console.log(story.join('\n'))
    console.log(`Seed ${seed}: ${error instanceof Error ? error.stack : error}`)
    console.log(
      `  node --import tsx server/breaking/fuzz-docs.ts --seed ${seed} --runs 1 --steps ${steps} --story`,
    )
    return false
  }
}

async function main() {
  let broken = 0
  const [first, runs] = [Number(values.seed), Number(values.runs)]
  for (let from = first; from < first + runs; from += scenesPerStage) {
    const stage = await openDocStage()
    const end = Math.min(from + scenesPerStage, first + runs)
    for (let seed = from; seed < end; seed++) if (!(await keepsPromises(stage, seed))) broken++
    await stage.close()
    console.log(`${end - first} scenes, ${broken} broke a promise.`)
  }
  process.exit(broken > 0 ? 1 : 0)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
