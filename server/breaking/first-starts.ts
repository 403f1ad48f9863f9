/**
 * A server on an embedded database is killed (-9) again and again while it starts for the very
 * first time, or for the first time after an update; the start after that must need no help.
 */
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../launch/free-port'
import { Random } from '../testing/random'
import { buildHouseOfOld, requireMovedOn } from './house-of-old'
import { type Home, interruptStart, startUnaided, timeStart } from './interrupted-start'
import { moveIn, requireWords } from './new-house'

export type FirstStartsWish = {
  /** At least so many, half of them in first starts. */
  kills: number
  seed: number
  say(line: string): void
}

/** So many are killed in a row, at most. */
const inARow = 3

/** Answers how many were killed. Throws when a server does not start, or a word is missing. */
export async function playFirstStarts({ kills, seed, say }: FirstStartsWish): Promise<number> {
  const random = new Random(seed)
  const folder = mkdtempSync(join(tmpdir(), 'atelier-starts-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.once('exit', remove)
  try {
    const old = join(folder, 'old')
    await buildHouseOfOld(old)
    const port = await freePort()
    const firstMs = await timeStart({ dataDir: join(folder, 'timed'), port })
    const updateMs = await timeStart({ dataDir: copyOf(old, join(folder, 'timed-old')), port })
    let killed = 0
    for (let round = 1; killed < kills; round++) {
      const home = { dataDir: join(folder, `round-${round}`), port }
      const isFirst = round % 2 === 1
      if (!isFirst) copyOf(old, home.dataDir)
      const moments = momentsOf(isFirst ? firstMs : updateMs, random)
      for (const ms of moments) await interruptStart(home, ms)
      killed += moments.length
      await (isFirst ? requireNewHouse(home) : requireOldHouse(home))
      const when = moments.map((ms) => Math.round(ms)).join(', ')
      say(`${isFirst ? 'A first start' : 'An update'} was killed after ${when} ms: all is well.`)
      rmSync(home.dataDir, { recursive: true })
    }
    return killed
  } finally {
    process.off('exit', remove)
    remove()
  }
}

function copyOf(folder: string, to: string): string {
  cpSync(folder, to, { recursive: true })
  return to
}

/** Any moment; every other time one of the last, when tables are made. */
function momentsOf(startMs: number, random: Random): number[] {
  return Array.from({ length: 1 + random.below(inARow) }, () => {
    const earliest = random.below(2) ? 0.6 : 0
    return startMs * (earliest + (1 - earliest) * random.next())
  })
}

async function requireNewHouse(home: Home) {
  const first = await startUnaided(home)
  const address = await moveIn(home.port)
  await first.kill()
  const second = await startUnaided(home)
  await requireWords(address)
  await second.stop()
  requireTidy(home)
}

async function requireOldHouse(home: Home) {
  const server = await startUnaided(home)
  await server.stop()
  await requireMovedOn(home.dataDir)
  requireTidy(home)
}

/** Nothing half-made stays behind. */
function requireTidy({ dataDir }: Home) {
  const left = readdirSync(dataDir).filter((name) => name !== 'postgres')
  if (left.length > 0) throw new Error(`A stopped server left ${left.join(', ')} behind.`)
}
