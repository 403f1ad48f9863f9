/** Plays every scenario on our server and the peers', round by round in turn, in one run. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Cores, machineFacts } from './cores'
import { type FanOutFigures, fanOutRound } from './fan-out'
import { fanOutRows } from './fan-out-rows'
import type { Flags } from './flags'
import { type Backend, backendName } from './house-process'
import { type JoinFigures, joinAtOnce } from './join-at-once'
import { joinRows } from './join-rows'
import {
  coldOpen,
  coldScenario,
  type History,
  historyOf,
  type Opened,
  openRows,
  warmOpen,
  warmScenario,
  withOpenDoc,
} from './open-doc'
import { inventPaper, loadPaper, type Paper } from './paper'
import { markdownTable, type Row } from './rows'
import { installedPeers, ourTarget, type Running, relays, storedBlob, type Target } from './targets'

export type BenchWish = {
  flags: Flags
  backends: Backend[]
  cores: Cores
  /** How far it is, line by line. */
  say(line: string): void
}

export async function runBench(wish: BenchWish): Promise<Row[]> {
  const { flags, say } = wish
  const peers = flags.peers ? await installedPeers(say) : []
  const fanOut = await playFanOut(wish, [...peers, ...relays])
  const paper = flags.trace ? await loadPaper(flags.trace) : inventPaper(flags.edits, flags.seed)
  const history = historyOf(paper)
  const cold = await playColdOpen(wish, paper, history)
  const warm = await playWarmOpen(wish, paper, history, peers)
  const joins = await playJoins(wish, paper, history, peers)
  return [...fanOut, ...cold, ...warm, ...joins]
}

async function playFanOut({ flags, backends, cores, say }: BenchWish, peers: Target[]) {
  const ours = backends.map((backend) => ourTarget(backend, flags.fanOut.typing))
  const figures = new Map<string, FanOutFigures[]>()
  for (let round = 1; round <= flags.rounds; round++) {
    for (const target of [...ours, ...peers]) {
      say(`fan-out, round ${round} of ${flags.rounds}: ${target.name}`)
      append(figures, target.name, await fanOutRound(target, cores.server, flags.fanOut))
    }
  }
  const of = (targets: Target[]) =>
    new Map(targets.map(({ name }) => [name, figures.get(name) ?? []]))
  return fanOutRows(flags.fanOut, of(ours), of(peers))
}

async function playColdOpen(wish: BenchWish, paper: Paper, history: History): Promise<Row[]> {
  const { flags, backends, cores, say } = wish
  const cases = backends.flatMap((backend) =>
    flags.kept.flatMap((kept) =>
      flags.openClients.map((clients) => ({
        backend,
        kept,
        clients,
        rounds: [] as number[][],
      })),
    ),
  )
  for (let round = 1; round <= flags.rounds; round++) {
    for (const { backend, kept, clients, rounds } of cases) {
      say(
        `open cold, round ${round} of ${flags.rounds}: ${backendName(backend)}, ${clients}, ${kept}`,
      )
      rounds.push(await coldOpen(backend, cores.server, history, kept, clients))
    }
  }
  return cases.flatMap((each) => openRows(coldScenario(paper, each.backend, each.kept), each))
}

async function playWarmOpen(wish: BenchWish, paper: Paper, history: History, peers: Target[]) {
  const { flags, backends, cores, say } = wish
  const rows: Row[] = []
  const targets = [...backends.map((backend) => ourTarget(backend, 1)), ...peers]
  for (const clients of flags.openClients) {
    const opened = new Map<string, number[][]>()
    for (let round = 1; round <= flags.rounds; round++) {
      for (const target of targets) {
        say(`open warm, round ${round} of ${flags.rounds}: ${target.name}, ${clients}`)
        append(opened, target.name, await warmOpen(target, cores.server, history, clients))
      }
    }
    const of = (name: string): Opened => ({ clients, rounds: opened.get(name) ?? [] })
    const beside = new Map(peers.map(({ name }) => [name, of(name)]))
    for (const backend of backends) {
      rows.push(...openRows(warmScenario(paper, backend), of(backendName(backend)), beside))
    }
  }
  return rows
}

async function playJoins(wish: BenchWish, paper: Paper, history: History, peers: Target[]) {
  const { flags, backends, cores, say } = wish
  const blob = join(mkdtempSync(join(tmpdir(), 'atelier-bench-')), 'whole')
  writeFileSync(blob, history.whole)
  const rows: Row[] = []
  for (const holding of flags.holding) {
    const ours = backends.map((backend) => ourTarget(backend, 1))
    // A file is no answer to somebody who has it all.
    const beside = holding === 'nothing' ? [...peers, storedBlob(blob)] : peers
    const figures = new Map<string, JoinFigures[]>()
    for (let round = 1; round <= flags.rounds; round++) {
      for (const target of [...ours, ...beside]) {
        say(`join with ${holding}, round ${round} of ${flags.rounds}: ${target.name}`)
        const work = (running: Running) =>
          joinAtOnce(target, running, history, holding, flags.joiners)
        append(figures, target.name, await withOpenDoc(target, cores.server, history, work))
      }
    }
    const scenario = `${flags.joiners} at once with ${holding}, ${paper.name}`
    rows.push(...joinRows(scenario, ours, beside, figures))
  }
  rmSync(dirname(blob), { recursive: true })
  return rows
}

function append<T>(lists: Map<string, T[]>, name: string, value: T) {
  lists.set(name, [...(lists.get(name) ?? []), value])
}

export const asJson = (rows: Row[]): string => JSON.stringify({ rows })

export function asMarkdown(rows: Row[], { flags, cores }: BenchWish): string {
  const notes = [
    ...machineFacts(cores),
    `Medians of ${flags.rounds} rounds, the servers taken in turn. Ratios hold within this run only.`,
    'Smaller is better everywhere. Limits keep nothing, check nothing, and answer nobody.',
    'With PGlite the database’s work is in the server’s CPU figure; with Postgres it is not.',
    'Peers acknowledge nothing and, as installed, store nothing: those rows are ours alone.',
    'In the end of every round every client’s document was compared with what was typed.',
  ]
  return `${markdownTable(rows)}\n\n${notes.map((note) => `- ${note}`).join('\n')}`
}
