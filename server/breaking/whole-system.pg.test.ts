import { expect, test } from 'vitest'
import { playSystem } from './whole-system'

/** Each scene has a seed of its own, made of this one and its number. */
const runs = [
  { seed: 1, nodes: 1 },
  { seed: 2, nodes: 2 },
  { seed: 3, nodes: 2 },
  { seed: 4, nodes: 3 },
]

test.each(runs)(
  '[S1][S2][S3][S4][S5][S10][S11][S17] fifty scenes keep every promise, whatever happens to $nodes node(s), Postgres and Redis (seed $seed)',
  { timeout: 600_000 },
  async ({ seed, nodes }) => {
    const wish = { seed, nodes, scenes: 50, people: 3, rounds: 3, say: () => undefined }
    const { acknowledged } = await playSystem(wish)
    expect(acknowledged).toBeGreaterThan(1000)
  },
)
