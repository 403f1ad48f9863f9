/** How long it takes until a doc with a paper's whole history is on the screen. */
import * as Y from 'yjs'
import type { OpenDatabase } from '../db/connect'
import { roomUpdates } from '../db/log-tables'
import { type Backend, backendName, makeHouse } from './house-process'
import { openAtOnce } from './open-at-once'
import type { Paper } from './paper'
import { protocolClient } from './protocol-client'
import { median, type Row, row } from './rows'
import type { Running, Target } from './targets'

/** `whole` as one squashed row would hold it; `tail` the last updates as they were typed. */
export type History = { whole: Uint8Array; before: Uint8Array; tail: Uint8Array[]; text: string }

/** Single updates that are not squashed yet when a doc in the middle of its work is opened. */
const tailLength = 1000

export function historyOf(paper: Paper): History {
  const doc = new Y.Doc()
  const text = doc.getText('paper')
  const tail: Uint8Array[] = []
  const tailFrom = Math.max(0, paper.patches.length - tailLength)
  let before = Y.encodeStateAsUpdate(doc)
  for (const [index, [position, deleted, inserted]] of paper.patches.entries()) {
    if (index === tailFrom) {
      before = Y.encodeStateAsUpdate(doc)
      doc.on('update', (update: Uint8Array) => tail.push(update))
    }
    doc.transact(() => {
      if (deleted > 0) text.delete(position, deleted)
      if (inserted !== '') text.insert(position, inserted)
    })
  }
  return { whole: Y.encodeStateAsUpdate(doc), before, tail, text: paper.text }
}

export type Kept = 'squashed' | 'with a tail'

/** A server that has never opened the doc, and `clients` who come at the same moment: ms for each. */
export async function coldOpen(
  backend: Backend,
  core: number | null,
  history: History,
  kept: Kept,
  clients: number,
): Promise<number[]> {
  const rows = kept === 'squashed' ? [history.whole] : [history.before, ...history.tail]
  const furnish = ({ db }: OpenDatabase, roomId: string) => insertRows(db, roomId, rows)
  const house = await makeHouse({ backend, core, people: 1, furnish })
  try {
    await house.start()
    return await openTogether(house, clients, history.text)
  } finally {
    await house.remove()
  }
}

async function insertRows(db: OpenDatabase['db'], roomId: string, rows: Uint8Array[]) {
  for (let from = 0; from < rows.length; from += 500) {
    const values = rows.slice(from, from + 500).map((bytes) => ({ roomId, bytes }))
    await db.insert(roomUpdates).values(values)
  }
}

/** The doc is open already, in somebody's browser. */
export async function warmOpen(
  target: Target,
  core: number | null,
  history: History,
  clients: number,
): Promise<number[]> {
  return withOpenDoc(target, core, history, (running) =>
    openTogether(running, clients, history.text),
  )
}

/** While somebody has it open; what keeps no document has none to open. */
export async function withOpenDoc<T>(
  target: Target,
  core: number | null,
  history: History,
  work: (running: Running) => Promise<T>,
): Promise<T> {
  const running = await target.start(core)
  try {
    if (!target.keeps) return await work(running)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, history.whole)
    const author = protocolClient(() => running.address(0), doc)
    await author.enter()
    await openAtOnce([running.address(0)], history.text)
    const worked = await work(running)
    await author.leave()
    return worked
  } finally {
    await running.remove()
  }
}

const openTogether = (running: Pick<Running, 'address'>, clients: number, text: string) =>
  openAtOnce(
    Array.from({ length: clients }, (_, nth) => running.address(nth)),
    text,
  )

export type Opened = { clients: number; rounds: number[][] }

/** One row for one client, and two for many: the one in the middle and the last. */
export function openRows(
  scenario: string,
  ours: Opened,
  peers: Map<string, Opened> = new Map(),
): Row[] {
  const of = (pick: (opened: number[]) => number, { rounds }: Opened) => median(rounds.map(pick))
  const beside = (pick: (opened: number[]) => number) =>
    Object.fromEntries([...peers].map(([name, opened]) => [name, of(pick, opened)]))
  const add = (metric: string, pick: (opened: number[]) => number) =>
    row(scenario, metric, 'ms', of(pick, ours), beside(pick))
  const last = (opened: number[]) => Math.max(...opened)
  if (ours.clients === 1) return [add('until the content is here', last)]
  const many = `${ours.clients} at once`
  return [add(`${many}: half have the content`, median), add(`${many}: the last has it`, last)]
}

const keptWords: Record<Kept, string> = {
  squashed: 'squashed',
  'with a tail': `${tailLength} updates not squashed yet`,
}
export const coldScenario = (paper: Paper, backend: Backend, kept: Kept) =>
  `open cold from ${backendName(backend)}: ${paper.name}, ${keptWords[kept]}`
export const warmScenario = (paper: Paper, backend: Backend) =>
  `open warm, ${backendName(backend)}: ${paper.name}`
