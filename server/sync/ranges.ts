/** Whole numbers as ranges that neither touch nor overlap, in order: what is deleted of one writer. */
export type Range = { from: number; to: number }

export class Ranges {
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  get count(): number {
    return this.#starts.length
  }

  add({ from, to }: Range): void {
    const first = firstAbove(this.#ends, from - 1)
    let after = first
    let [start, end] = [from, to]
    while (after < this.#starts.length && (this.#starts[after] as number) <= to) {
      start = Math.min(start, this.#starts[after] as number)
      end = Math.max(end, this.#ends[after] as number)
      after++
    }
    this.#starts.splice(first, after - first, start)
    this.#ends.splice(first, after - first, end)
  }

  /** What of `range` is not in here. */
  missing({ from, to }: Range): Range[] {
    const found: Range[] = []
    let at = from
    for (let i = firstAbove(this.#ends, from); i < this.#starts.length && at < to; i++) {
      const start = this.#starts[i] as number
      if (start > at) found.push({ from: at, to: Math.min(start, to) })
      at = Math.max(at, this.#ends[i] as number)
    }
    if (at < to) found.push({ from: at, to })
    return found
  }
}

/** Where in an ascending list the first number above `limit` stands. */
export function firstAbove(ascending: readonly number[], limit: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] as number) > limit) high = middle
    else low = middle + 1
  }
  return low
}
