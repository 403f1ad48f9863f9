import { expect, it } from 'vitest'
import { readTestBackend } from '../env'
import { inventPaper } from './paper'
import { replayPaper } from './replay'

it('[S2] two people write a paper, the server is killed in the middle, and every letter is there', async () => {
  const backend = readTestBackend()
  const { acknowledgedBeforeKill, edits } = await replayPaper({
    paper: inventPaper(3000, 20),
    seed: 20,
    postgres: backend.kind === 'postgres' ? backend.url : null,
    say: () => undefined,
  })
  expect(acknowledgedBeforeKill).toBeGreaterThan(0)
  expect(acknowledgedBeforeKill).toBeLessThan(edits)
}, 300_000)
