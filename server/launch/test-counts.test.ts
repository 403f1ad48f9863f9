import { describe, expect, it } from 'vitest'
import { believe, countPlaywright, countVitest } from './test-counts'

const vitest = {
  numPassedTests: 4,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [{ status: 'failed', assertionResults: [{}] }],
}
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] }

describe('the numbers at the end of the gate', () => {
  it('are those of the runner', () => {
    expect(countVitest(vitest)).toEqual({ passed: 4, failed: 1, skipped: 2 })
    expect(countPlaywright(playwright)).toEqual({ passed: 3, failed: 0, skipped: 0 })
  })

  it('count a test file that could not be read', () => {
    const unread = { status: 'failed', assertionResults: [] }
    const report = { ...vitest, testResults: [...vitest.testResults, unread] }
    expect(countVitest(report).failed).toBe(2)
  })

  it('count a test that passed only the second time as failed', () => {
    const flaky = { ...playwright, stats: { ...playwright.stats, flaky: 1 } }
    expect(countPlaywright(flaky).failed).toBe(1)
  })

  it('count a run that broke outside its tests as failed', () => {
    expect(countPlaywright({ ...playwright, errors: [{}] }).failed).toBe(1)
    expect(believe({ passed: 3, failed: 0, skipped: 0 }, 1).failed).toBe(1)
  })

  it('count a run without any test as failed', () => {
    expect(believe({ passed: 0, failed: 0, skipped: 0 }, 0).failed).toBe(1)
  })

  it('do not count a failure twice', () => {
    expect(believe({ passed: 3, failed: 2, skipped: 0 }, 1).failed).toBe(2)
  })
})
