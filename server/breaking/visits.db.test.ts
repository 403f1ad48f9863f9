import { expect, it } from 'vitest'
import { readTestBackend } from '../env'
import { playVisits, requireGivenBack } from './visits'

it('[S2][S10] people who come and go leave their words behind, and no open handle', async () => {
  const backend = readTestBackend()
  const result = await playVisits({
    backend: { postgres: backend.kind === 'postgres' ? backend.url : null },
    people: 30,
    docs: 20,
    minutes: 20 / 60,
    lookMs: 4000,
    restMs: 1000,
    seed: 1,
    say: () => undefined,
  })
  expect(result.visits).toBeGreaterThan(60)
  requireGivenBack(result)
}, 300_000)
