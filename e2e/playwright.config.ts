import { installedBrowsers } from '@atelier/server/launch/find-browser'
import { defineConfig } from '@playwright/test'
import { withoutExtras } from './quiet-browser'

const executablePath = installedBrowsers()[0]?.path

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: './test-results',
  globalSetup: './start-parts.ts',
  forbidOnly: process.env.CI !== undefined,
  // One server and one database for each; two cores are what a small machine has.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: {
      args: [withoutExtras],
      ...(executablePath !== undefined && { executablePath }),
    },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    // It answers for the server; the specs about that let it in.
    serviceWorkers: 'block',
    // Recording every step of every test takes a fifth of the processor: ask for it to study one.
    trace: process.env.TRACE === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
  },
})
