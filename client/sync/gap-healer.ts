/**
 * Asks at once for what got lost on its way to a doc (S7). Yjs keeps what builds on it waiting and
 * says nothing. What nothing builds on yet comes with y-websocket's question of every minute.
 */
import { messageKinds, syncKinds } from '@atelier/shared/sync/messages'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { writeSyncStep1 } from 'y-protocols/sync'
import type { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'

/** So long may an answer take; one that did not help is not asked for again before. */
const patienceMs = 10_000
const never = Number.NEGATIVE_INFINITY

export class GapHealer {
  readonly #provider: WebsocketProvider
  readonly #now: () => number
  /** When the question was sent that is not answered yet. */
  #askedAt = never

  /** Looks after whatever `provider` reads from now on. */
  constructor(provider: WebsocketProvider, now: () => number) {
    this.#provider = provider
    this.#now = now
    const read = provider.messageHandlers[messageKinds.sync]
    provider.messageHandlers[messageKinds.sync] = (encoder, decoder, ...rest) => {
      const kind = decoding.peekVarUint(decoder)
      read?.(encoder, decoder, ...rest)
      if (kind === syncKinds.step2 && !hasGap(provider.doc)) this.#askedAt = never
      this.ask()
    }
  }

  /** Asks if something is missing and no answer is under way. To be called now and then, too. */
  ask(): void {
    const { synced, ws, doc } = this.#provider
    // Before it is synced, the question of every new connection is under way.
    if (!synced || !hasGap(doc) || this.#now() - this.#askedAt < patienceMs) return
    this.#askedAt = this.#now()
    ws?.send(step1(doc))
  }
}

const hasGap = ({ store }: Y.Doc) => store.pendingStructs !== null || store.pendingDs !== null

function step1(doc: Y.Doc): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageKinds.sync)
  writeSyncStep1(encoder, doc)
  return encoding.toUint8Array(encoder)
}
