import { expect, it } from 'vitest'
import { readTestBackend } from '../env'
import { playAttack } from './attack'

it('[S6][S8][S12] thousands of spoilt frames, broken upgrades and stalled readers harm nobody', async () => {
  const backend = readTestBackend()
  const { frames } = await playAttack({
    backend: { postgres: backend.kind === 'postgres' ? backend.url : null },
    frames: 3000,
    upgrades: 500,
    stalledReaders: 5,
    attackers: 4,
    seed: 1,
    say: () => undefined,
  })
  expect(frames).toBeGreaterThanOrEqual(3000)
}, 300_000)
