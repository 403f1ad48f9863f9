/**
 * Types may nest only so deep. A deeper tree applies without complaint, but whoever turns it into
 * JSON or a string overflows the stack, and the room could never be shown or saved again.
 */
import { limits } from '@atelier/shared/sync/limits'
import * as Y from 'yjs'
import { BadFrame } from './bad-frame'
import { content } from './scan-content'
import { type Id, type Struct, scanUpdate } from './scan-update'

export function checkDepth(doc: Y.Doc, update: Uint8Array, maxClients: number): void {
  const arriving = new Map<number, Struct[]>()
  const types: Struct[] = []
  scanUpdate(update, maxClients, {
    struct(struct) {
      const list = arriving.get(struct.client)
      if (list) list.push(struct)
      else arriving.set(struct.client, [struct])
      if (struct.ref === content.type) types.push(struct)
    },
  })
  const depths = new Depths(doc, arriving)
  for (const type of types) {
    if (depths.of(type) + 1 > limits.depth) throw new BadFrame('too deep')
  }
}

/** Where a struct's depth comes from: known, or that of another struct plus one if it lies inside. */
type Source = number | { struct: Struct; inside: 0 | 1 }

class Depths {
  readonly #doc: Y.Doc
  readonly #arriving: Map<number, Struct[]>
  /** -1 while being worked out. */
  readonly #known = new Map<Struct, number>()

  constructor(doc: Y.Doc, arriving: Map<number, Struct[]>) {
    this.#doc = doc
    this.#arriving = arriving
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

  #at(id: Id, inside: 0 | 1): Source {
    const struct = findIn(this.#arriving.get(id.client), id.clock)
    if (struct) return { struct, inside }
    if (id.clock >= Y.getState(this.#doc.store, id.client)) return 0
    return depthOfItem(Y.getItem(this.#doc.store, Y.createID(id.client, id.clock))) + inside
  }
}

function depthOfItem(item: Y.Item | Y.GC): number {
  let depth = 0
  let at: Y.Item | Y.GC | null = item
  while (at instanceof Y.Item && at.parent instanceof Y.AbstractType && at.parent._item) {
    at = at.parent._item
    depth++
  }
  return depth
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
