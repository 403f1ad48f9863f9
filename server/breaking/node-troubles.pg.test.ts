import { expect, it } from 'vitest'
import { readTestBackend } from '../env'
import { playNodeTroubles } from './node-troubles'

it('[S2][S15][S17] nodes are killed and restarted and Redis vanishes, and nothing acknowledged is lost', async () => {
  const backend = readTestBackend()
  if (backend.kind !== 'postgres') throw new Error('Several nodes need a Postgres server.')
  const acknowledged = await playNodeTroubles({
    postgres: backend.url,
    nodes: 2,
    writers: 10,
    rounds: 3,
    seed: 3,
    say: () => undefined,
  })
  expect(acknowledged).toBeGreaterThan(30)
}, 300_000)
