/**
 * What of a room's content a check of new bytes needs, without the content: how deep each clock
 * lies, and what is deleted. Read from the log when it is first asked for.
 */

import { Depths } from './check-depth'
import { firstAbove, type Range, Ranges } from './ranges'
import { content } from './scan-content'
import { ownLog, type Struct, scanUpdate } from './scan-update'

export class Outline {
  readonly #depths = new Map<number, DepthRuns>()
  readonly #deleted = new Map<number, Ranges>()

  /** `update` is part of the room from now on. It was checked before. */
  take(update: Uint8Array): void {
    const depths = new Depths(this)
    scanUpdate(update, ownLog, {
      struct(struct) {
        if (struct.ref !== content.skip) depths.add(struct)
      },
      deletion: (client, from, length) => this.#delete(client, { from, to: from + length }),
    })
    // Only when all are known: they may hang on each other across writers.
    const found = [...depths.arriving.values()].flat().map((struct) => ({
      struct,
      depth: depths.of(struct),
    }))
    for (const { struct, depth } of found) this.#extend(struct, depth)
  }

  /** How many types this clock lies in; null when the room has no such clock. */
  depthAt(client: number, clock: number): number | null {
    return this.#depths.get(client)?.at(clock) ?? null
  }

  /** What of this range is not known to be deleted. */
  undeleted(client: number, range: Range): Range[] {
    return this.#deleted.get(client)?.missing(range) ?? [range]
  }

  #extend({ client, clock, length, ref }: Struct, depth: number): void {
    const range = { from: clock, to: clock + length }
    const runs = this.#depths.get(client) ?? new DepthRuns()
    this.#depths.set(client, runs)
    runs.extend(range, depth)
    if (ref === content.gc || ref === content.deleted) this.#delete(client, range)
  }

  #delete(client: number, range: Range): void {
    const ranges = this.#deleted.get(client) ?? new Ranges()
    this.#deleted.set(client, ranges)
    ranges.add(range)
  }
}

/** The depth of one writer's clocks, from 0 without a hole: most neighbours lie equally deep. */
class DepthRuns {
  readonly #starts: number[] = []
  readonly #depths: number[] = []
  #end = 0

  extend({ from, to }: Range, depth: number): void {
    if (to <= this.#end) return
    if (this.#depths.at(-1) !== depth) {
      this.#starts.push(Math.max(from, this.#end))
      this.#depths.push(depth)
    }
    this.#end = to
  }

  at(clock: number): number | null {
    if (clock >= this.#end) return null
    return this.#depths[firstAbove(this.#starts, clock) - 1] ?? null
  }
}
