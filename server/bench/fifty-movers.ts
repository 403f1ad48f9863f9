/** Many people who move cards of one big board at the same moments, beside a board in a plain Y.Array. */
import * as prng from 'lib0/prng'
import * as Y from 'yjs'
import { type BoardOfOne, ourBoard, plainBoard } from './board-of-one'
import { median, type Row, row } from './rows'
import type { Scenario } from './stage'

export type MoversWish = { people: number; cards: number; turns: number }

type Figures = { moveMicros: number; hearMicros: number; bytes: number; broken: number }

export const fiftyMovers: Scenario = {
  name: 'movers',
  async play({ flags, say }) {
    const wish = flags.movers
    const played: { ours: Figures[]; plain: Figures[] } = { ours: [], plain: [] }
    for (let round = 1; round <= flags.rounds; round++) {
      say(`movers, round ${round} of ${flags.rounds}`)
      const ours = play(ourBoard(wish.cards), wish, flags.seed + round)
      if (ours.broken > 0) throw new Error(`${ours.broken} cards are in two places, or in none.`)
      played.ours.push(ours)
      played.plain.push(play(plainBoard(wish.cards), wish, flags.seed + round))
    }
    return figures(wish, played)
  },
}

function figures(
  { people, cards }: MoversWish,
  played: { ours: readonly Figures[]; plain: readonly Figures[] },
): Row[] {
  const scenario = `movers: ${people} people move cards at once on a board of ${cards}`
  const middle = (of: keyof Figures, list: readonly Figures[]) =>
    median(list.map((each) => each[of]))
  const one = (of: keyof Figures, metric: string, unit: Row['unit']) =>
    row(scenario, metric, unit, middle(of, played.ours), {
      'plain Y.Array, read whole': middle(of, played.plain),
    })
  return [
    one('moveMicros', 'script of one’s own move', 'µs'),
    one('hearMicros', 'script of another’s move, on each screen', 'µs'),
    one('bytes', 'a move on the wire', 'B'),
    one('broken', 'cards in two places or in none afterwards', 'cards'),
  ]
}

/** Everybody moves one card without hearing of the others, then hears of all; turn by turn. */
function play(make: BoardOfOne, wish: MoversWish, seed: number): Figures {
  const random = prng.create(seed)
  const people = Array.from({ length: wish.people }, () => make())
  const said: Uint8Array[][] = people.map(() => [])
  people.forEach(({ doc }, nth) => {
    doc.on('update', (update, origin) => origin !== 'heard' && said[nth]?.push(update))
  })
  const spent = { move: 0, hear: 0, bytes: 0 }
  for (let turn = 0; turn < wish.turns; turn++) {
    spent.move += clocked(() => {
      for (const person of people) person.move((below) => prng.uint32(random, 0, below - 1))
    })
    const turned = said.map((updates) => updates.splice(0))
    spent.bytes += turned.flat().reduce((sum, update) => sum + update.length, 0)
    spent.hear += clocked(() => {
      for (const [nth, { doc }] of people.entries())
        for (const [other, updates] of turned.entries())
          if (other !== nth) for (const update of updates) Y.applyUpdate(doc, update, 'heard')
    })
  }
  const moves = wish.people * wish.turns
  const shown = people.map((person) => person.cards())
  if (shown.some((cards) => cards.join() !== shown[0]?.join()))
    throw new Error('Two people see different boards.')
  return {
    moveMicros: spent.move / moves,
    hearMicros: spent.hear / (moves * (wish.people - 1)),
    bytes: spent.bytes / moves,
    broken: brokenIn(shown[0] ?? [], wish.cards),
  }
}

/** In µs of this process's own time: others on the machine do not count. */
function clocked(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return user + system
}

/** How many of the cards are not there exactly once. */
function brokenIn(shown: readonly string[], cards: number): number {
  const times = new Map<string, number>()
  for (const id of shown) times.set(id, (times.get(id) ?? 0) + 1)
  const doubled = [...times.values()].filter((count) => count > 1).length
  return doubled + (cards - times.size)
}
