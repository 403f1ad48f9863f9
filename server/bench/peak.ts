/** How much one room takes, and what happens when it is offered twice of that. */
import { figureRows, type Metric } from './figures'
import { inTurn, type Scenario, type Stage, whileRunning } from './stage'
import { relays, type Target } from './targets'
import { Torrent } from './torrent'

export type PeakWish = { clients: number; typing: number; warmUpMs: number; measureMs: number }

type PeakFigures = {
  /** Edits per second that everybody gets. */
  most: number
  /** The share of that which still gets through when twice as much is offered to a server just started. */
  overloaded: number | null
}

/** Ours must have it all in the end; of others it is only told. */
const patienceMs = { ours: 60_000, theirs: 15_000 }

export const peak: Scenario = {
  name: 'peak',
  async play(stage) {
    const { flags, ours, peers } = stage
    const beside = [...peers.storing, ...relays]
    const rounds = await inTurn(stage, 'peak', [...ours, ...beside], (target) =>
      measure(stage, target),
    )
    const scenario = (name: string) =>
      `peak on ${name}: ${flags.peak.clients} clients, ${flags.peak.typing} typing as fast as it gets through`
    return figureRows({ scenario, ours, beside, rounds, metrics })
  },
}

const metrics: Metric<PeakFigures>[] = [
  { name: 'edits everybody gets', unit: '1/s', of: ({ most }) => most },
  {
    name: 'of that, when offered twice as much, cold',
    unit: '×',
    of: ({ overloaded }) => overloaded,
  },
]

async function measure(stage: Stage, target: Target): Promise<PeakFigures> {
  const { warmUpMs, measureMs } = stage.flags.peak
  const most = await inTorrent(stage, target, async (torrent) => {
    await torrent.flow(warmUpMs)
    return torrent.flow(measureMs)
  })
  // The relays take more than the clients' core can offer twice of.
  if (!target.keeps) return { most, overloaded: null }
  const overloaded = await inTorrent(stage, target, (torrent) => torrent.pour(2 * most, measureMs))
  return { most, overloaded: overloaded / most }
}

/** A server of its own and a room full of people; throws unless in the end all of it is with everybody. */
function inTorrent<T>(stage: Stage, target: Target, work: (torrent: Torrent) => Promise<T>) {
  const { clients, typing } = stage.flags.peak
  const wish = { core: stage.cores.server, people: typing }
  return whileRunning(target, wish, async (running) => {
    const torrent = new Torrent(target, running)
    await torrent.fill(clients, typing)
    const worked = await work(torrent)
    const { ours, theirs } = patienceMs
    if (await torrent.isThrough(target.acknowledges ? ours : theirs)) await torrent.requireSame()
    else if (target.acknowledges) throw new Error(`${target.name} did not take in what was typed.`)
    else stage.say(`${target.name} has not delivered everything a while later.`)
    torrent.close()
    return worked
  })
}
