/** Which letter of a text that was moved is which of the text it stands in now. */
import * as Y from 'yjs'

/** Letters in one piece: the first of them as it was, and as it is now. */
export type Pair = { old: Y.ID; now: Y.ID; length: number }

/** Found by halving: others decide how many letters come late. */
export class LetterPairs {
  readonly #byWriter = new Map<number, Pair[]>()
  #first: Y.ID | null = null

  constructor(pairs: readonly Pair[] = []) {
    for (const pair of pairs) this.add(pair)
  }

  /** As it is now. */
  get first(): Y.ID | null {
    return this.#first
  }

  add(pair: Pair): void {
    this.#first ??= pair.now
    const pairs = this.#byWriter.get(pair.old.client) ?? []
    pairs.splice(countUpTo(pairs, pair.old.clock), 0, pair)
    this.#byWriter.set(pair.old.client, pairs)
  }

  now({ client, clock }: Y.ID): Y.ID | null {
    const pairs = this.#byWriter.get(client) ?? []
    const pair = pairs[countUpTo(pairs, clock) - 1]
    if (!pair || clock >= pair.old.clock + pair.length) return null
    return idAfter(pair.now, clock - pair.old.clock)
  }
}

export const idAfter = ({ client, clock }: Y.ID, count: number): Y.ID =>
  Y.createID(client, clock + count)

type Run = { id: Y.ID; length: number }

/** Both say the same, cut into pieces in other places. */
export function pairUp(old: readonly Run[], now: readonly Run[]): LetterPairs {
  const pairs: Pair[] = []
  let [from, to] = [0, 0]
  for (let [place, other] = [0, 0]; place < old.length && other < now.length; ) {
    const [one, two] = [old[place] as Run, now[other] as Run]
    const length = Math.min(one.length - from, two.length - to)
    pairs.push({ old: idAfter(one.id, from), now: idAfter(two.id, to), length })
    from += length
    to += length
    if (from === one.length) [place, from] = [place + 1, 0]
    if (to === two.length) [other, to] = [other + 1, 0]
  }
  return new LetterPairs(pairs)
}

/** How many of them begin there or before. */
function countUpTo(pairs: readonly Pair[], clock: number): number {
  let [from, to] = [0, pairs.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((pairs[middle] as Pair).old.clock <= clock) from = middle + 1
    else to = middle
  }
  return from
}
