/** A board of thousands of cards as a team has them, invented from a seed. */
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { Random } from '../testing/random'

export type PlainCard = {
  id: string
  title: string
  column: string
  labels: readonly string[]
  due: string | null
  estimate: number | null
}

export const columnNames = ['Ideas', 'Next', 'Doing', 'Checking', 'Done']
const labelColours = { Safety: 'red', Line: 'blue', Training: 'green', Paper: 'amber' } as const
const labelNames = Object.keys(labelColours) as (keyof typeof labelColours)[]
const things = ['gauge', 'night shift', 'press', 'drawing', 'supplier', 'fixture', 'log', 'cell']
const acts = [
  'Measure the',
  'Ask about the',
  'Draw the',
  'Repair the',
  'Write down the',
  'Show the',
]

/** The first five are the first of their columns. */
export function plainCards(count: number, seed: number): PlainCard[] {
  const random = new Random(seed)
  return Array.from({ length: count }, (_, nth) => ({
    id: `card-${nth}`,
    title: `${random.pick(acts)} ${random.pick(things)}, ${random.pick(things)} ${nth + 1}`,
    column: columnNames[nth % columnNames.length] as string,
    labels: labelNames.filter(() => random.below(4) === 0),
    due: random.below(3) === 0 ? `2030-0${1 + random.below(9)}-1${random.below(10)}` : null,
    estimate: random.below(2) === 0 ? 1 + random.below(8) : null,
  }))
}

/** The same cards as our boards lie. */
export const bigBoard = (cards: readonly PlainCard[]): Uint8Array =>
  newBoardUpdate({
    title: 'A board of thousands',
    columns: columnNames,
    labels: labelNames.map((name) => ({ name, colour: labelColours[name] })),
    cards: cards.map(({ title, column, labels, due, estimate }) => ({
      ...{ title, column, labels },
      ...(due && { due }),
      ...(estimate && { estimate }),
    })),
  })
