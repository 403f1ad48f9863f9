/** Judges an update before Yjs sees it: what is built to hurt, and what leaves a gap. */
import * as Y from 'yjs'
import { BadFrame } from './bad-frame'
import { checkDepth } from './check-depth'
import { checkSameContent } from './check-same-content'
import { content } from './scan-content'
import { type Id, type Struct, scanUpdate } from './scan-update'

/** `gap`: something it builds on is neither in the room nor in the update itself. */
export type UpdateShape = { gap: boolean }

/**
 * Throws BadFrame unless all of these hold:
 * 1. it is one complete V1 update whose every count fits into its bytes;
 * 2. nothing in it builds on its own future;
 * 3. no type lies deeper than the limit, so that deriving JSON never overflows;
 * 4. where the room knows a clock already, it knows the same content for it (F17 of client ids).
 */
export function checkUpdate(doc: Y.Doc, update: Uint8Array, maxClients: number): UpdateShape {
  const needed = new Needed(doc)
  const known: Struct[] = []
  let hasTypes = false
  scanUpdate(update, maxClients, {
    struct(struct) {
      if (struct.ref === content.skip) return
      if (struct.clock < Y.getState(doc.store, struct.client)) known.push(struct)
      hasTypes ||= struct.ref === content.type
      needed.offer(struct)
      for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
        if (!id) continue
        if (id.client === struct.client && id.clock >= struct.clock) {
          throw new BadFrame('builds on its own future')
        }
        needed.ask(id)
      }
    },
    deletion: (client, clock, length) => needed.ask({ client, clock: clock + length - 1 }),
  })
  if (hasTypes) checkDepth(doc, update, maxClients)
  checkSameContent(doc, update, known)
  return { gap: needed.isMissingSome() }
}

/** Adds up, per client, how far an update reaches without a hole and how far it asks to. */
class Needed {
  readonly #doc: Y.Doc
  readonly #reached = new Map<number, number>()
  readonly #asked = new Map<number, number>()
  #hole = false

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  offer({ client, clock, length }: Struct): void {
    const reached = this.#reach(client)
    if (clock > reached) this.#hole = true
    else if (clock + length > reached) this.#reached.set(client, clock + length)
  }

  ask({ client, clock }: Id): void {
    if (clock >= (this.#asked.get(client) ?? 0)) this.#asked.set(client, clock + 1)
  }

  isMissingSome(): boolean {
    return this.#hole || [...this.#asked].some(([client, end]) => end > this.#reach(client))
  }

  #reach(client: number): number {
    return this.#reached.get(client) ?? Y.getState(this.#doc.store, client)
  }
}
