/** What every scenario is given, and how it takes the servers in turn. */
import type { Cores } from './cores'
import type { Rounds } from './figures'
import type { Flags, ScenarioName } from './flags'
import type { History } from './history'
import type { Paper } from './paper'
import type { Peers } from './peers/installed-peers'
import type { Row } from './rows'
import type { StartWish, Target } from './targets'

export type Stage = {
  flags: Flags
  cores: Cores
  /** Our server, once per database. */
  ours: readonly Target[]
  peers: Peers
  /** The document to open and to hold; made when it is first asked for. */
  written(): { paper: Paper; history: History }
  /** How far it is, line by line. */
  say(line: string): void
}

export type Scenario = { name: ScenarioName; play(stage: Stage): Promise<Row[]> }

/** Round by round, each target once. */
export async function inTurn<F>(
  { flags, say }: Stage,
  what: string,
  targets: readonly Target[],
  play: (target: Target) => Promise<F>,
): Promise<Rounds<F>> {
  const rounds = new Map<string, F[]>(targets.map(({ name }) => [name, []]))
  for (let round = 1; round <= flags.rounds; round++) {
    for (const target of targets) {
      say(`${what}, round ${round} of ${flags.rounds}: ${target.name}`)
      rounds.get(target.name)?.push(await play(target))
    }
  }
  return rounds
}

/** A server for as long as the work takes. */
export async function whileRunning<T>(
  target: Target,
  wish: StartWish,
  work: (running: Awaited<ReturnType<Target['start']>>) => Promise<T>,
): Promise<T> {
  const running = await target.start(wish)
  try {
    return await work(running)
  } finally {
    await running.remove()
  }
}
