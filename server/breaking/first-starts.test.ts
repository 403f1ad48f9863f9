import { expect, it } from 'vitest'
import { playFirstStarts } from './first-starts'

it('[S2] a server killed while it starts for the first time, or after an update, starts by itself the next time', async () => {
  const killed = await playFirstStarts({ kills: 4, seed: 3, say: () => undefined })
  expect(killed).toBeGreaterThanOrEqual(4)
}, 300_000)
