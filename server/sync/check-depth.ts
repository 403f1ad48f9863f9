/**
 * Types may nest only so deep. A deeper tree applies without complaint, but whoever turns it into
 * JSON or a string overflows the stack, and the room could never be shown or saved again.
 */
import { limits } from '@atelier/shared/sync/limits'
import { BadFrame } from './bad-frame'
import type { Outline } from './outline'
import { content } from './scan-content'
import { type Id, ownLog, type Struct, scanUpdate } from './scan-update'

/** Throws BadFrame when `update` would make a type lie deeper than the limit. */
export function checkDepth(outline: Outline, update: Uint8Array): void {
  const depths = new Depths(outline)
  scanUpdate(update, ownLog, { struct: (struct) => depths.add(struct) })
  for (const type of depths.types) {
    if (depths.of(type) + 1 > limits.depth) throw new BadFrame('too deep')
  }
}

/** Where a struct's depth comes from: known, or that of another struct plus one if it lies inside. */
type Source = number | { struct: Struct; inside: 0 | 1 }

/** The depth of everything that arrives with one update. */
export class Depths {
  readonly types: Struct[] = []
  readonly #outline: Outline
  readonly arriving = new Map<number, Struct[]>()
  /** -1 while being worked out. */
  readonly #known = new Map<Struct, number>()

  constructor(outline: Outline) {
    this.#outline = outline
  }

  add(struct: Struct): void {
    const list = this.arriving.get(struct.client)
    if (list) list.push(struct)
    else this.arriving.set(struct.client, [struct])
    if (struct.ref === content.type) this.types.push(struct)
  }

  /** How many types a struct lies in. A loop, because a chain of siblings can be very long. */
  of(struct: Struct): number {
    const path: { struct: Struct; inside: 0 | 1 }[] = []
    let at: Source = { struct, inside: 0 }
    while (typeof at !== 'number') {
      path.push(at)
      const known: number | undefined = this.#known.get(at.struct)
      if (known === -1) throw new BadFrame('lies in itself')
      if (known === undefined) this.#known.set(at.struct, -1)
      at = known ?? this.#source(at.struct)
    }
    let depth: number = at
    for (const step of path.reverse()) {
      this.#known.set(step.struct, depth)
      depth += step.inside
    }
    return depth
  }

  #source(struct: Struct): Source {
    const beside = struct.origin ?? struct.rightOrigin
    if (beside) return this.#at(beside, 0)
    return struct.parent ? this.#at(struct.parent, 1) : 0
  }

  #at({ client, clock }: Id, inside: 0 | 1): Source {
    const struct = findIn(this.arriving.get(client), clock)
    if (struct) return { struct, inside }
    // What the room does not have is a gap, and told of elsewhere.
    const depth = this.#outline.depthAt(client, clock)
    return depth === null ? 0 : depth + inside
  }
}

/** Binary search: `structs` are in clock order. */
function findIn(structs: Struct[] | undefined, clock: number): Struct | null {
  if (!structs) return null
  let low = 0
  let high = structs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const struct = structs[middle] as Struct
    if (clock < struct.clock) high = middle - 1
    else if (clock >= struct.clock + struct.length) low = middle + 1
    else return struct
  }
  return null
}
