import { parseArgs } from 'node:util'
import type { BoardScreenWish } from './board-screen'
import type { FanOutWish } from './fan-out'
import type { MoversWish } from './fifty-movers'
import type { Holding } from './join-at-once'
import type { MemoryWish } from './memory'
import type { Kept } from './open-doc'
import type { PeakWish } from './peak'
import type { PresenceWish } from './presence'
import type { SlowReaderWish } from './slow-reader'
import type { SustainedWish } from './sustained'

export const scenarioNames = [
  'fan-out',
  'peak',
  'presence',
  'open-cold',
  'open-warm',
  'join',
  'rooms',
  'papers',
  'sustained',
  'slow-reader',
  'burst',
  'malformed',
  'nodes',
  'screen',
  'board-screen',
  'movers',
] as const
export type ScenarioName = (typeof scenarioNames)[number]

export type Flags = {
  /** The scenarios to play. */
  only: readonly ScenarioName[]
  json: boolean
  rounds: number
  fanOut: FanOutWish
  peak: PeakWish
  presence: PresenceWish
  memory: MemoryWish
  movers: MoversWish
  boardScreen: BoardScreenWish
  sustained: SustainedWish
  slowReader: SlowReaderWish
  /** Updates that come in one burst. */
  burst: number
  /** Frames that are none. */
  malformed: number
  /** How many open a doc at the same moment, case by case. */
  openClients: number[]
  /** How many join an open doc at the same moment. */
  joiners: number
  holding: Holding[]
  /** In which states its log is found when it is opened cold. */
  kept: Kept[]
  /** A real paper's history; null for an invented one. */
  trace: string | null
  edits: number
  seed: number
  /** Whether other people's servers are installed and measured; the bare relay always is. */
  peers: boolean
}

export const usage = `npm run bench -- [flags]
  --json             one JSON document instead of Markdown
  --quick            one small round without installing anything: does the bench itself work?
  --only a,b         these scenarios: ${scenarioNames.join(', ')}
  --rounds n         rounds of everything, taken in turn; medians are printed (3)
  --clients n        people in the room (50)
  --typing n         of whom so many type (8)
  --edits-per-s n    all of them together (400)
  --seconds n        measured in each round (10)
  --open n           people who open the doc at once (30)
  --joiners n        people who join an open doc at once (300)
  --rooms n          rooms with two people each, to be weighed (2000)
  --trace path       a paper's history, also as TRACE=path; else one is invented
  --seed n           for the invented one (1)
Both nodes of the scenario nodes share the server's one core: what a second one costs, not what it brings.`

const full = {
  rounds: 3,
  clients: 50,
  typing: 8,
  perSecond: 400,
  seconds: 10,
  open: 30,
  joiners: 300,
  rooms: 2000,
  edits: 60_000,
}
const quick = {
  rounds: 1,
  clients: 6,
  typing: 2,
  perSecond: 40,
  seconds: 1,
  open: 3,
  joiners: 6,
  rooms: 4,
  edits: 2000,
}

const number = { type: 'string' } as const

/** `trace` is where TRACE points. Throws for a flag nobody knows. */
export function parseFlags(args: string[], trace: string | null = null): Flags {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      only: { type: 'string' },
      rounds: number,
      clients: number,
      typing: number,
      'edits-per-s': number,
      seconds: number,
      open: number,
      joiners: number,
      rooms: number,
      trace: { type: 'string' },
      seed: number,
    },
  })
  if (values.help) throw new Error('Measures this server beside others.')
  const usual = values.quick ? quick : full
  const editsPerSecond = count(values['edits-per-s'], usual.perSecond)
  return {
    json: values.json,
    only: chosen(values.only),
    rounds: count(values.rounds, usual.rounds),
    fanOut: {
      clients: count(values.clients, usual.clients),
      typing: count(values.typing, usual.typing),
      editsPerSecond,
      warmUpMs: values.quick ? 200 : 2000,
      measureMs: count(values.seconds, usual.seconds) * 1000,
    },
    peak: {
      clients: count(values.clients, usual.clients),
      typing: count(values.typing, usual.typing),
      warmUpMs: values.quick ? 200 : 1000,
      measureMs: values.quick ? 300 : 4000,
    },
    presence: {
      clients: count(values.clients, usual.clients),
      movesPerSecond: editsPerSecond,
      warmUpMs: values.quick ? 200 : 2000,
      measureMs: count(values.seconds, usual.seconds) * 1000,
    },
    memory: {
      rooms: count(values.rooms, usual.rooms),
      paperRooms: values.quick ? 2 : 20,
      quietMs: values.quick ? 0 : 13_000,
      goneMs: values.quick ? 0 : 40_000,
      othersMs: values.quick ? 0 : 5000,
    },
    movers: values.quick
      ? { people: 4, cards: 60, turns: 3 }
      : { people: count(values.clients, usual.clients), cards: 5000, turns: 2 },
    boardScreen: values.quick ? { cards: 200, moves: 2 } : { cards: 5000, moves: 20 },
    sustained: {
      typing: count(values.typing, usual.typing),
      warmUpMs: values.quick ? 200 : 2000,
      measureMs: values.quick ? 300 : count(values.seconds, usual.seconds) * 1000,
    },
    slowReader: { megabytes: values.quick ? [3] : [4, 16], quietMs: values.quick ? 0 : 40_000 },
    burst: values.quick ? 500 : 20_000,
    malformed: values.quick ? 200 : 20_000,
    openClients: values.quick ? [usual.open] : [1, count(values.open, usual.open)],
    joiners: count(values.joiners, usual.joiners),
    holding: values.quick ? ['nothing'] : ['nothing', 'everything'],
    kept: values.quick ? ['with a tail'] : ['squashed', 'with a tail'],
    trace: values.trace ?? trace,
    edits: usual.edits,
    seed: count(values.seed, 1),
    peers: !values.quick,
  }
}

function chosen(given: string | undefined): readonly ScenarioName[] {
  if (given === undefined) return scenarioNames
  return given.split(',').map((word) => {
    const found = scenarioNames.find((name) => name === word)
    if (!found) throw new Error(`There is no scenario “${word}”.`)
    return found
  })
}

function count(given: string | undefined, usual: number): number {
  if (given === undefined) return usual
  const parsed = Number(given)
  if (!Number.isInteger(parsed) || parsed < 1) throw new Error(`“${given}” is not a whole number.`)
  return parsed
}
