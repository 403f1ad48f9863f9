import { expect, it } from 'vitest'
import { readTestBackend } from '../env'
import { playKills } from './kills'

it('[S1][S2] the server is killed again and again under ten writers, and nothing acknowledged is lost', async () => {
  const backend = readTestBackend()
  const { acknowledged } = await playKills({
    postgres: backend.kind === 'postgres' ? backend.url : null,
    kills: 3,
    writers: 10,
    seed: 9,
    say: () => undefined,
  })
  expect(acknowledged).toBeGreaterThan(30)
}, 300_000)
