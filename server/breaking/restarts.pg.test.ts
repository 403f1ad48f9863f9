import { expect, it } from 'vitest'
import { readTestBackend } from '../env'
import { playRollingRestart } from './restarts'

it('[S15] two nodes are restarted one after the other, and everybody comes back to all that was written', async () => {
  const backend = readTestBackend()
  if (backend.kind !== 'postgres') throw new Error('Several nodes need a Postgres server.')
  const wish = { postgres: backend.url, sockets: 60, rooms: 6, nodes: 2 }
  const restarts = await playRollingRestart(wish)
  expect(restarts.map(({ node }) => node)).toEqual([0, 1])
}, 300_000)
