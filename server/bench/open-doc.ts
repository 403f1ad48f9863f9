/** How long it takes until a doc with a paper's whole history is on the screen. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as Y from 'yjs'
import { figureRows, type Metric } from './figures'
import { type History, tailLength } from './history'
import { openAtOnce } from './open-at-once'
import { protocolClient } from './protocol-client'
import { median, type Row } from './rows'
import { inTurn, type Scenario, type Stage, whileRunning } from './stage'
import { type Running, storedBlob, type Target } from './targets'

export type Kept = 'squashed' | 'with a tail'

const keptWords: Record<Kept, string> = {
  squashed: 'squashed',
  'with a tail': `${tailLength} updates not squashed yet`,
}

/** A server that has never opened the doc, and all who come at the same moment. */
export const openCold: Scenario = {
  name: 'open-cold',
  async play(stage) {
    const { history, paper } = stage.written()
    const rows: Row[] = []
    for (const kept of stage.flags.kept) {
      const log = kept === 'squashed' ? [history.whole] : [history.before, ...history.tail]
      const scenario = (name: string) => `open cold from ${name}: ${paper.name}, ${keptWords[kept]}`
      const wish = { core: stage.cores.server, holds: log }
      const play = (target: Target, clients: number) =>
        whileRunning(target, wish, (running) => openTogether(running, clients, history.text))
      const others = stage.peers.storing.filter(({ stores }) => stores)
      await withBlob(history, async (blob) => {
        rows.push(...(await openRows(stage, scenario, [...others, blob], play)))
      })
    }
    return rows
  },
}

/** The doc is open already, in somebody's browser. */
export const openWarm: Scenario = {
  name: 'open-warm',
  play(stage) {
    const { history, paper } = stage.written()
    const scenario = (name: string) => `open warm, ${name}: ${paper.name}`
    return openRows(stage, scenario, stage.peers.inMemory, (target, clients) =>
      withOpenDoc(target, stage, (running) => openTogether(running, clients, history.text)),
    )
  },
}

async function openRows(
  stage: Stage,
  scenario: (name: string) => string,
  beside: readonly Target[],
  open: (target: Target, clients: number) => Promise<number[]>,
): Promise<Row[]> {
  const { ours } = stage
  const rows: Row[] = []
  for (const clients of stage.flags.openClients) {
    const what = `${scenario('a server')}, ${clients} at once`
    const rounds = await inTurn(stage, what, [...ours, ...beside], (target) =>
      open(target, clients),
    )
    rows.push(...figureRows({ scenario, ours, beside, rounds, metrics: openMetrics(clients) }))
  }
  return rows
}

/** For one client, and for many: the one in the middle and the last. */
function openMetrics(clients: number): Metric<number[]>[] {
  const last = (opened: number[]) => Math.max(...opened)
  if (clients === 1) return [{ name: 'until the content is here', unit: 'ms', of: last }]
  const many = `${clients} at once`
  return [
    { name: `${many}: half have the content`, unit: 'ms', of: median },
    { name: `${many}: the last has it`, unit: 'ms', of: last },
  ]
}

/** While somebody has the written doc open; what keeps no document has none to open. */
export async function withOpenDoc<T>(
  target: Target,
  { cores, written }: Pick<Stage, 'cores' | 'written'>,
  work: (running: Running) => Promise<T>,
): Promise<T> {
  const { history } = written()
  return whileRunning(target, { core: cores.server }, async (running) => {
    if (!target.keeps) return work(running)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, history.whole)
    const author = protocolClient(() => running.address(0), doc)
    await author.enter()
    await openAtOnce([running.address(0)], history.text)
    const worked = await work(running)
    await author.leave()
    return worked
  })
}

/** The limit that answers with the written doc, ready-made. */
export async function withBlob<T>(
  history: History,
  work: (blob: Target) => Promise<T>,
): Promise<T> {
  const file = join(mkdtempSync(join(tmpdir(), 'atelier-bench-')), 'whole')
  writeFileSync(file, history.whole)
  try {
    return await work(storedBlob(file))
  } finally {
    rmSync(dirname(file), { recursive: true })
  }
}

const openTogether = (running: Running, clients: number, text: string) =>
  openAtOnce(
    Array.from({ length: clients }, (_, nth) => running.address(nth)),
    text,
  )
