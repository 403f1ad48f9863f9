/** What a test runner's own JSON report says, in numbers. */
import * as z from 'zod'

export type Counts = { passed: number; failed: number; skipped: number }

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/** A file that could not even be read counts as one failure: its tests are nowhere else. */
export function countVitest(report: unknown): Counts {
  const found = vitestReport.parse(report)
  const unread = found.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests + unread.length,
    skipped: found.numPendingTests + found.numTodoTests,
  }
}

const playwrightReport = z.object({
  stats: z.object({
    expected: z.int(),
    unexpected: z.int(),
    flaky: z.int(),
    skipped: z.int(),
  }),
  errors: z.array(z.unknown()),
})

/** A test that passed only when tried again has failed; so has a run that broke outside its tests. */
export function countPlaywright(report: unknown): Counts {
  const { stats, errors } = playwrightReport.parse(report)
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}

/** A runner that says no test failed but ends with a fault, or ran nothing, has failed all the same. */
export function believe(counts: Counts, exitCode: number): Counts {
  const nothing = counts.passed + counts.failed === 0
  const failed = (exitCode !== 0 || nothing) && counts.failed === 0 ? 1 : counts.failed
  return { ...counts, failed }
}
