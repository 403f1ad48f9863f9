import { folded } from './board-filter'

/** So many are drawn of a list, however long it is; letters find the others. */
export const mostDrawn = 60

type Named = { id: string; name: string }

/**
 * What holds the letters: what was chosen at first, then what begins with them, then the rest, each in its own
 * order. `left`: how many more there are than these.
 */
export function foundFirst<T extends Named>(
  all: readonly T[],
  letters: string,
  chosen: readonly string[],
): { found: T[]; left: number } {
  const wanted = folded(letters.trim())
  const holding = wanted === '' ? [...all] : all.filter(({ name }) => folded(name).includes(wanted))
  if (holding.length <= mostDrawn && wanted === '') return { found: holding, left: 0 }
  const first = new Set(chosen)
  const rank = ({ id, name }: T) => {
    if (first.has(id)) return 0
    return wanted !== '' && folded(name).startsWith(wanted) ? 1 : 2
  }
  const ranks = [0, 1, 2].map((at) => holding.filter((one) => rank(one) === at))
  const found = ranks.flat().slice(0, mostDrawn)
  return { found, left: holding.length - found.length }
}
