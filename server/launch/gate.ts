/**
 * Everything that must hold before a change is taken in. Every step runs, also after one that
 * failed, unless it could only repeat that failure. Names given as arguments run those steps only.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gateSteps, type Outcome, type Step } from './gate-steps'
import { endRunning } from './run-quietly.mjs'
import { openTestParts, type TestParts } from './test-parts'

const scratch = mkdtempSync(join(tmpdir(), 'atelier-gate-'))
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }))

const parts = openTestParts()
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt)

const outcomes = await runSteps(chosenSteps(process.argv.slice(2)))
await parts.close()
if (!interrupted) sumUp(outcomes)

function chosenSteps(names: string[]): Step[] {
  const unknown = names.filter((name) => !gateSteps.some((step) => step.name === name))
  if (unknown.length > 0) {
    const known = gateSteps.map((step) => step.name).join(', ')
    console.error(`There is no step named ${unknown.join(', ')}. There are: ${known}.`)
    process.exit(2)
  }
  return names.length === 0 ? gateSteps : gateSteps.filter((step) => names.includes(step.name))
}

async function runSteps(steps: Step[]): Promise<Map<string, Outcome>> {
  const done = new Map<string, Outcome>()
  for (const step of steps) {
    if (interrupted) break
    done.set(step.name, await runStep(step, done, `${done.size + 1}/${steps.length}`, parts))
  }
  return done
}

async function runStep(
  step: Step,
  done: Map<string, Outcome>,
  place: string,
  given: TestParts,
): Promise<Outcome> {
  const missing = step.after?.find((name) => (done.get(name)?.failed ?? 0) > 0)
  if (missing !== undefined) {
    console.log(`✗ ${place} ${step.name}: not run, because ${missing} failed`)
    return { passed: 0, failed: 1, skipped: 0, seconds: 0, output: '' }
  }
  const began = Date.now()
  const outcome = await attempt(() => step.run(`${place} ${step.name}`, given, scratch))
  if (interrupted) return { ...outcome, seconds: 0 }
  const seconds = (Date.now() - began) / 1000
  tell(step, place, { ...outcome, seconds })
  return { ...outcome, seconds }
}

type Unmeasured = Omit<Outcome, 'seconds'>

/** A step that breaks itself is a failed step, told in full. */
async function attempt(run: () => Promise<Unmeasured>): Promise<Unmeasured> {
  try {
    return await run()
  } catch (error) {
    const cause = error instanceof Error && error.cause !== undefined ? `\n${error.cause}` : ''
    return { passed: 0, failed: 1, skipped: 0, output: `${error}${cause}` }
  }
}

function tell({ name, isRunner }: Step, place: string, outcome: Outcome) {
  if (outcome.failed > 0) console.log(`\n${outcome.output.trimEnd()}\n`)
  const counts = [
    `${outcome.passed} passed`,
    ...(outcome.failed > 0 ? [`${outcome.failed} failed`] : []),
    ...(outcome.skipped > 0 ? [`${outcome.skipped} skipped`] : []),
  ].join(', ')
  const said = isRunner ? counts : outcome.failed > 0 ? 'failed' : 'passed'
  const note = outcome.note ? ` (${outcome.note})` : ''
  const mark = outcome.failed > 0 ? '✗' : '✓'
  console.log(`${mark} ${place} ${name}: ${said}${note}, ${outcome.seconds.toFixed(1)} s`)
}

function sumUp(all: Map<string, Outcome>) {
  const sum = (of: (outcome: Outcome) => number) =>
    [...all.values()].reduce((total, outcome) => total + of(outcome), 0)
  const failed = sum((outcome) => outcome.failed)
  const seconds = sum((outcome) => outcome.seconds)
  console.log(`\n${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`)
  console.log(`${sum((outcome) => outcome.passed)} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

/** The first time kindly, so that everything started is stopped; the second time at once. */
function interrupt() {
  if (interrupted) process.exit(130)
  interrupted = true
  process.exitCode = 130
  console.log('\nStopping…')
  endRunning()
}
