/** The real parts the tests need, found or started when first asked for, and stopped at the end. */
import type { Browser } from './find-browser'
import { getBrowser } from './get-browser'
import { type ThrowawayPostgres, throwawayPostgres } from './throwaway-postgres'

export type TestParts = {
  postgres(): Promise<ThrowawayPostgres>
  browser(): Promise<Browser>
  close(): Promise<void>
}

export function openTestParts(): TestParts {
  let postgres: Promise<ThrowawayPostgres> | null = null
  let browser: Promise<Browser> | null = null
  return {
    postgres() {
      postgres ??= throwawayPostgres()
      return postgres
    },
    browser() {
      browser ??= getBrowser()
      return browser
    },
    async close() {
      // One that never started was told of by the step that wanted it.
      const started = await postgres?.catch(() => null)
      await started?.stop()
    },
  }
}
