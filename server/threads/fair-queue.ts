/** Waits for whatever is next: those who wait take turns, and each one's own in the order they came. */
export class FairQueue<Item> {
  readonly #lines = new Map<string, Item[]>()

  get size(): number {
    return [...this.#lines.values()].reduce((sum, line) => sum + line.length, 0)
  }

  add(who: string, item: Item): void {
    const line = this.#lines.get(who)
    if (line) line.push(item)
    else this.#lines.set(who, [item])
  }

  take(): Item | null {
    const [first] = this.#lines
    if (!first) return null
    const [who, line] = first
    this.#lines.delete(who)
    const item = line.shift() ?? null
    if (line.length > 0) this.#lines.set(who, line)
    return item
  }
}
