/** The steps of the gate, in order. */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { clientBuild } from './build-client.mjs'
import { firstScreen } from './first-screen.mjs'
import { root } from './root.mjs'
import { runQuietly } from './run-quietly.mjs'
import { believe, type Counts, countPlaywright, countVitest } from './test-counts'
import type { TestParts } from './test-parts'

/** `note` is worth knowing also when all is well. `output` is shown when something failed. */
export type Outcome = Counts & { seconds: number; output: string; note?: string }

export type Step = {
  name: string
  /** Whether it counts tests; other steps count as one. */
  isRunner: boolean
  /** Without these it could only fail again. */
  after?: string[]
  run(label: string, parts: TestParts, scratch: string): Promise<Omit<Outcome, 'seconds'>>
}

export const gateSteps: Step[] = [
  check('format', biome(), ['format', '--colors=off', '.']),
  check('lint', biome(), ['lint', '--colors=off', '--error-on-warnings', '.']),
  check('unused', bin('knip', 'bin/knip.js'), ['--no-progress']),
  check('types', bin('typescript', 'bin/tsc'), ['-p', '.']),
  vitest('unit', false),
  vitest('pglite', false),
  vitest('postgres', true),
  { name: 'build', isRunner: false, run: build },
  { name: 'first-screen', isRunner: false, after: ['build'], run: weighFirstScreen },
  { name: 'e2e', isRunner: true, after: ['build'], run: e2e },
]

function check(name: string, script: string, args: string[]): Step {
  return {
    name,
    isRunner: false,
    run: async (label) => {
      const { code, output } = await runQuietly(label, process.execPath, [script, ...args])
      return { ...one(code === 0), output }
    },
  }
}

/** `needsServer`: the same tests again, on a real Postgres. */
function vitest(project: string, needsServer: boolean): Step {
  const run: Step['run'] = async (label, parts, scratch) => {
    const server = needsServer ? await parts.postgres() : null
    const report = join(scratch, `${project}.json`)
    const args = [
      ...['run', '--project', project, '--no-color'],
      ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report],
    ]
    const env = { ...process.env, ...(server && { TEST_DATABASE_URL: server.url }) }
    const script = bin('vitest', 'vitest.mjs')
    const { code, output } = await runQuietly(label, process.execPath, [script, ...args], { env })
    const counts = believe(read(report, countVitest), code)
    return { ...counts, output, ...(server && { note: server.source }) }
  }
  return { name: project, isRunner: true, run }
}

async function build(label: string) {
  const pages = clientBuild()
  const { ok, output } = pages.needed ? await pages.run(label) : { ok: true, output: '' }
  return { ...one(ok), output }
}

async function weighFirstScreen() {
  const { words, fits } = firstScreen()
  return { ...one(fits), output: words, note: words }
}

async function e2e(label: string, parts: TestParts, scratch: string) {
  const [browser, server] = await Promise.all([parts.browser(), parts.postgres()])
  const report = join(scratch, 'e2e.json')
  const env = {
    ...process.env,
    TEST_DATABASE_URL: server.url,
    CHROMIUM_PATH: browser.path ?? '',
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    FORCE_COLOR: '0',
  }
  const script = bin('@playwright/test', 'cli.js')
  const args = [script, 'test', '-c', 'e2e/playwright.config.ts', '--reporter', 'list,json']
  const { code, output } = await runQuietly(label, process.execPath, args, { env })
  const counts = believe(read(report, countPlaywright), code)
  return { ...counts, output, note: `${browser.source}, ${server.source}` }
}

function read(path: string, count: (report: unknown) => Counts): Counts {
  if (!existsSync(path)) return { passed: 0, failed: 0, skipped: 0 }
  return count(JSON.parse(readFileSync(path, 'utf8')))
}

const one = (ok: boolean): Counts => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 })

/** A package's own script, run by this Node: no shell, no batch files. */
function bin(name: string, path: string): string {
  return join(root, 'node_modules', ...name.split('/'), path)
}

function biome(): string {
  const require = createRequire(join(root, 'package.json'))
  return join(dirname(require.resolve('@biomejs/biome/package.json')), 'bin', 'biome')
}
