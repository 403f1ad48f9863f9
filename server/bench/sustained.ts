/** How many edits a second are stored, for as long as one likes: eight type as fast as it goes. */
import { figureRows, type Metric } from './figures'
import { inTurn, type Scenario, whileRunning } from './stage'
import { Torrent } from './torrent'

export type SustainedWish = { typing: number; warmUpMs: number; measureMs: number }

const patienceMs = 60_000

export const sustained: Scenario = {
  name: 'sustained',
  async play(stage) {
    const { flags, cores, ours } = stage
    const { typing, warmUpMs, measureMs } = flags.sustained
    const rounds = await inTurn(stage, 'sustained', ours, (target) =>
      whileRunning(target, { core: cores.server, people: typing }, async (running) => {
        const torrent = new Torrent(target, running)
        await torrent.fill(typing + 1, typing)
        await torrent.flow(warmUpMs)
        const perSecond = await torrent.flow(measureMs)
        if (!(await torrent.isThrough(patienceMs)))
          throw new Error(`${target.name} did not store what was typed.`)
        await torrent.requireSame()
        torrent.close()
        return perSecond
      }),
    )
    const scenario = (name: string) =>
      `sustained on ${name}: ${typing} typing as fast as it is stored, one reading`
    return figureRows({ scenario, ours, beside: [], rounds, metrics })
  },
}

const metrics: Metric<number>[] = [{ name: 'edits stored', unit: '1/s', of: (rate) => rate }]
