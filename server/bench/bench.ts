/** Plays every scenario on our server and the peers', round by round in turn, in one run. */

import { boardScreen } from './board-screen'
import { burst } from './burst'
import { type Cores, machineFacts } from './cores'
import { fanOut } from './fan-out'
import { fiftyMovers } from './fifty-movers'
import type { Flags } from './flags'
import { historyOf } from './history'
import type { Backend } from './house-process'
import { hundredPageScreen } from './hundred-page-screen'
import { joins } from './join-at-once'
import { malformed } from './malformed'
import { papersMemory, roomsMemory } from './memory'
import { openCold, openWarm } from './open-doc'
import { inventPaper, loadPaper } from './paper'
import { peak } from './peak'
import { installedPeers } from './peers/installed-peers'
import { presence } from './presence'
import { markdownTable, type Row } from './rows'
import { slowReader } from './slow-reader'
import type { Scenario, Stage } from './stage'
import { sustained } from './sustained'
import { ourTarget } from './targets'
import { twoNodes } from './two-nodes'

export type BenchWish = {
  flags: Flags
  backends: Backend[]
  cores: Cores
  /** How far it is, line by line. */
  say(line: string): void
}

const scenarios: Scenario[] = [
  fanOut,
  peak,
  presence,
  openCold,
  openWarm,
  joins,
  roomsMemory,
  papersMemory,
  sustained,
  slowReader,
  burst,
  malformed,
  twoNodes,
  hundredPageScreen,
  boardScreen,
  fiftyMovers,
]

export async function runBench(wish: BenchWish): Promise<Row[]> {
  const stage = await setUp(wish)
  const rows: Row[] = []
  for (const { name, play } of scenarios) {
    if (!wish.flags.only.includes(name)) continue
    const played = await play(stage)
    // Should a later one fail, these are not lost.
    if (played.length > 0) wish.say(markdownTable(played))
    rows.push(...played)
  }
  return rows
}

async function setUp({ flags, backends, cores, say }: BenchWish): Promise<Stage> {
  const postgres = backends.find((backend) => backend.postgres !== null)?.postgres ?? null
  const paper = flags.trace ? await loadPaper(flags.trace) : inventPaper(flags.edits, flags.seed)
  let written: ReturnType<Stage['written']> | undefined
  return {
    flags,
    cores,
    say,
    ours: backends.map(ourTarget),
    peers: flags.peers ? await installedPeers(say, postgres) : { inMemory: [], storing: [] },
    written() {
      written ??= { paper, history: historyOf(paper) }
      return written
    },
  }
}

export const asJson = (rows: Row[]): string => JSON.stringify({ rows })

export function asMarkdown(rows: Row[], { flags, cores }: BenchWish): string {
  const notes = [
    ...machineFacts(cores),
    `Medians of ${flags.rounds} rounds, the servers taken in turn. Ratios hold within this run only.`,
    'Smaller is better, but where the unit is 1/s or ×. Limits keep nothing and check nothing.',
    'With PGlite the database’s work is in the server’s CPU figure; with Postgres it is not.',
    'Peers acknowledge nothing before it is stored: those rows are ours alone.',
    'In the end of every round every client’s document was compared with what was typed.',
  ]
  return `${markdownTable(rows)}\n\n${notes.map((note) => `- ${note}`).join('\n')}`
}
