import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'

const manifest = new URL('../client/dist/.vite/manifest.json', import.meta.url)

test('the builders’ page of samples is no part of what is shipped', () => {
  const parts = Object.keys(JSON.parse(readFileSync(manifest, 'utf8')))
  expect(parts).toContain('index.html')
  expect(parts.filter((part) => part.includes('dev-ui'))).toEqual([])
})
