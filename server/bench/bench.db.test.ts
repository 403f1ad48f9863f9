import { expect, it } from 'vitest'
import * as z from 'zod'
import { readTestBackend } from '../env'
import { asJson, asMarkdown, runBench } from './bench'
import { parseFlags } from './flags'

const result = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        scenario: z.string().min(1),
        metric: z.string().min(1),
        unit: z.enum([
          'ms',
          'µs',
          '1/s',
          '×',
          'B',
          'kB',
          'MB',
          'frames',
          'cards',
          'nodes',
          'of one node',
        ]),
        ours: z.number().nonnegative(),
        peers: z.record(z.string(), z.number().nonnegative()),
        ratio: z.number().nullable(),
        ofLimit: z.number().nullable(),
      }),
    )
    .min(8),
})

it('plays every scenario, finds every document whole, and prints what it promises', async () => {
  const backend = readTestBackend()
  const said: string[] = []
  const wish = {
    flags: parseFlags(['--quick']),
    backends: [{ postgres: backend.kind === 'postgres' ? backend.url : null }],
    cores: { server: null, driver: null },
    say: (line: string) => said.push(line),
  }
  const rows = await runBench(wish)
  const { rows: read } = result.parse(JSON.parse(asJson(rows)))
  const isLeftOut = said.some((line) => line.startsWith('nodes: left out'))
  const hasTwoNodes = backend.kind === 'postgres' && !isLeftOut
  const scenarios = read.map((row) => row.scenario.split(/[ :]/)[0])
  expect([...new Set(scenarios)]).toEqual([
    'fan-out',
    'stored',
    'peak',
    'presence',
    'open',
    'join',
    'rooms',
    'papers',
    'sustained',
    'slow',
    'burst',
    'malformed',
    ...(hasTwoNodes ? ['nodes'] : []),
    'movers',
  ])
  expect(asMarkdown(rows, wish)).toContain('| Scenario | Metric | Unit | Atelier |')
}, 900_000)
