import * as Y from 'yjs'

type Range = { from: number; to: number; person: string }

/**
 * Who wrote what, by Yjs's client ids and clocks: what the server writes for several people carries one
 * client id.
 */
export class Authors {
  readonly #ranges = new Map<number, Range[]>()

  hear(update: Uint8Array, person: string): void {
    const { from, to } = Y.parseUpdateMeta(update)
    for (const [client, begin] of from) {
      const range = { from: begin, to: to.get(client) ?? begin, person }
      const known = this.#ranges.get(client)
      const last = known?.at(-1)
      if (!known) this.#ranges.set(client, [range])
      else if (last && last.person === person && last.to === range.from) last.to = range.to
      else known.push(range)
    }
  }

  /** Who wrote the item of this id; null where that was not heard. The latest word counts. */
  of(id: { client: number; clock: number } | undefined): string | null {
    if (!id) return null
    const heard = this.#ranges.get(id.client)
    return heard?.findLast(({ from, to }) => from <= id.clock && id.clock < to)?.person ?? null
  }

  /** Takes over what `later` has heard since. */
  add(later: Authors): this {
    for (const [client, ranges] of later.#ranges)
      this.#ranges.set(client, [...(this.#ranges.get(client) ?? []), ...ranges])
    return this
  }
}
