import { expect, it } from 'vitest'
import { readTestBackend } from '../env'
import { playWorkshop } from './workshop-weather'

it('[S2][S3] a workshop on bad wifi: what is written unseen arrives once, also past a kill -9, and votes keep to their budget', async () => {
  const backend = readTestBackend()
  const { notes, dots } = await playWorkshop({
    backend: { postgres: backend.kind === 'postgres' ? backend.url : null },
    guests: 10,
    phaseMs: 4000,
    awayMs: [200, 1500],
    seed: 7,
    say: () => undefined,
  })
  expect(notes).toBeGreaterThan(10)
  expect(dots).toBeGreaterThan(10)
}, 300_000)
