/**
 * One Y.Doc's line to the server: y-websocket, plus what it lacks: counted frames (S1), words
 * from the server, asking for what got lost (S7), jittered reconnecting (S15) and noticing a dead
 * socket.
 */
import { type CloseReason, closeCodes, closeReasonOf } from '@atelier/shared/sync/close-codes'
import {
  contentVersions,
  messageKinds,
  type RefusedReason,
  readFill,
  readRefused,
  readStored,
  readWelcome,
  type Welcome,
  wireVersion,
} from '@atelier/shared/sync/messages'
import { parseRoomName, type RoomName } from '@atelier/shared/sync/room-name'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { countingSocket } from './counting-socket'
import { Fill } from './fill'
import { GapHealer } from './gap-healer'
import { reconnectDelayMs } from './reconnect-delay'
import { silence } from './silence'
import type { UnstoredLedger } from './unstored-ledger'

export type ConnectionEvents = {
  welcome(welcome: Welcome): void
  /** The server's content is in the doc. */
  synced(): void
  /** The connection came or went, changes were stored, or the room is more or less full. */
  changed(): void
  refused(reason: RefusedReason): void
  /** Final: nobody asks again. */
  closed(reason: CloseReason): void
}

export type ConnectionParts = {
  /** Where room sockets are, e.g. `wss://atelier.example/ws/rooms`. */
  url: string
  Socket: typeof WebSocket
  random: () => number
  /** Whose edits these are, null where nobody is known. */
  personId: string | null
  /** Of a guest, the workshop they are in. */
  workshopId?: string | null
  /** Whether that person is signed in here; rejects while nobody answers. */
  stillSignedIn: () => Promise<boolean>
  now: () => number
}

const watchEveryMs = 2_500
const resyncEveryMs = 60_000
/** RFC 6455: the frame was larger than the server reads. */
const messageTooBig = 1009

const isFinal = ({ code }: CloseEvent) =>
  code >= 4400 && code < 4500 && code !== closeCodes.accessChanged

export class RoomConnection {
  readonly provider: WebsocketProvider
  readonly fill = new Fill()
  readonly #ledger: UnstoredLedger
  readonly #events: ConnectionEvents
  readonly #parts: ConnectionParts
  readonly #gaps: GapHealer
  readonly #watch: ReturnType<typeof setInterval>
  #welcomed = false
  /** Rights changed and we asked again at once; the next time we wait like anybody. */
  #askedAgain = false
  #unplugged = false
  /** We were called signed out and came back all the same; the next time we believe it. */
  #askedWho = false
  #askLater: ReturnType<typeof setTimeout> | undefined
  #isClosed = false

  constructor(
    name: RoomName,
    doc: Y.Doc,
    ledger: UnstoredLedger,
    events: ConnectionEvents,
    parts: ConnectionParts,
  ) {
    this.#ledger = ledger
    this.#events = events
    this.#parts = parts
    this.provider = new WebsocketProvider(parts.url, name, doc, {
      connect: false,
      params: {
        wire: String(wireVersion),
        content: String(contentVersionOf(name)),
        ...(parts.workshopId && { workshop: parts.workshopId }),
      },
      WebSocketPolyfill: countingSocket(parts.Socket, {
        step2: () => ledger.sentStep2(parts.now()),
        update: () => ledger.sentUpdate(parts.now()),
        tooLarge: () => queueMicrotask(() => events.refused('too-large')),
      }),
      resyncInterval: resyncEveryMs,
      // Tabs of one browser must not sync past the server and its rights.
      disableBc: true,
      shouldReconnect: (event) => !isFinal(event),
    })
    this.#gaps = new GapHealer(this.provider, parts.now)
    this.#listen()
    this.#watch = setInterval(() => this.#notice(), watchEveryMs)
    globalThis.addEventListener?.('online', this.#online)
    globalThis.addEventListener?.('offline', this.#offline)
  }

  /** Whether the server let us in and, as far as we know, still hears us. */
  get connected(): boolean {
    return this.provider.wsconnected && this.#welcomed
  }

  get awareness(): WebsocketProvider['awareness'] {
    return this.provider.awareness
  }

  connect(): void {
    this.provider.connect()
  }

  /** Begins anew where it stands: what a step 2 says of the doc, the server is to hear again. */
  connectAgain(): void {
    if (!this.provider.wsconnected) return
    this.provider.disconnect()
    this.provider.connect()
  }

  /** Whether others see this person here. */
  setPresent(isPresent: boolean): void {
    const { awareness } = this.provider
    const isSeen = awareness.getLocalState() !== null
    if (isSeen !== isPresent) awareness.setLocalState(isPresent ? {} : null)
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#askLater)
    clearInterval(this.#watch)
    globalThis.removeEventListener?.('online', this.#online)
    globalThis.removeEventListener?.('offline', this.#offline)
    this.provider.destroy()
    this.provider.awareness.destroy()
  }

  #listen(): void {
    const { provider } = this
    provider.messageHandlers[messageKinds.stored] = (_, decoder) => {
      this.#ledger.stored(readStored(decoder))
      this.#events.changed()
    }
    provider.messageHandlers[messageKinds.refused] = (_, decoder) => {
      // After this frame: the doc must not be replaced while it is being read into.
      const { reason } = readRefused(decoder)
      queueMicrotask(() => this.#events.refused(reason))
    }
    provider.messageHandlers[messageKinds.fill] = (_, decoder) => {
      this.fill.said(readFill(decoder))
      this.#events.changed()
    }
    provider.messageHandlers[messageKinds.welcome] = (_, decoder) => {
      this.#letIn(readWelcome(decoder))
    }
    provider.on('status', ({ status }) => {
      if (status === 'connected') this.#ledger.connected()
      this.#events.changed()
    })
    provider.on('sync', (synced) => {
      if (!synced) return
      this.fill.synced()
      this.#events.synced()
    })
    provider.on('connection-close', (event) => this.#lost(event))
    provider.on('closed', ({ code }) => {
      if (code === closeCodes.tooLarge) return
      if (code === closeCodes.signedOut && !this.#askedWho) void this.#askWho()
      else this.#events.closed(closeReasonOf(code) ?? 'badFrame')
    })
  }

  #letIn(welcome: Welcome): void {
    const { personId } = this.#parts
    if (personId !== null && welcome.me.id !== personId) {
      // Somebody else has signed in here: nothing of theirs comes in, nothing of ours goes out.
      if (this.provider.ws) this.provider.ws.onmessage = null
      this.provider.disconnect()
      this.#events.closed('signedOut')
      return
    }
    this.#welcomed = true
    this.fill.connected()
    this.#askedAgain = false
    this.#askedWho = false
    this.#events.welcome(welcome)
  }

  /** A session may have been replaced by another of the same person, in this tab or the next. */
  async #askWho(): Promise<void> {
    this.#askedWho = true
    const isSame = await this.#parts.stillSignedIn().catch(() => null)
    if (this.#isClosed) return
    if (isSame === false) return this.#events.closed('signedOut')
    if (isSame) return this.provider.connect()
    // Nobody answered, so we know nothing: later again.
    this.#askedWho = false
    const later = reconnectDelayMs(4, this.#parts.random)
    this.#askLater = setTimeout(() => this.provider.connect(), later)
  }

  #lost(event: CloseEvent | null): void {
    this.#welcomed = false
    this.#ledger.connected()
    this.#wait(event?.code)
    if (event?.code === closeCodes.tooLarge || event?.code === messageTooBig) {
      queueMicrotask(() => this.#events.refused('too-large'))
    }
    this.#events.changed()
  }

  /**
   * y-websocket waits min(2^failures × 100 ms, maxBackoffTime), without jitter, and reads both
   * right after this event; its counter starts too low to spread a crowd, so both are set here.
   */
  #wait(code: number | undefined): void {
    const { provider } = this
    if (code === closeCodes.accessChanged && !this.#askedAgain) {
      this.#askedAgain = true
      provider.maxBackoffTime = 0
      return
    }
    const failures = Math.min(provider.wsUnsuccessfulReconnects, 20)
    provider.maxBackoffTime = reconnectDelayMs(Math.max(0, failures - 8), this.#parts.random)
    provider.wsUnsuccessfulReconnects = Math.max(failures, 8)
  }

  #notice(): void {
    const { provider } = this
    if (!provider.wsconnected) return
    this.#gaps.ask()
    const verdict = silence({
      now: this.#parts.now(),
      heardAt: provider.wsLastMessageReceived,
      waitingSince: this.#ledger.waitingSince,
    })
    if (verdict === 'probe') provider.ws?.send(new Uint8Array([messageKinds.queryPresence]))
    if (verdict === 'dead') this.connectAgain()
  }

  /** Not after a final close: `shouldConnect` is what the network took away, and nothing else. */
  readonly #online = () => {
    if (this.#unplugged) this.provider.connect()
    this.#unplugged = false
  }
  readonly #offline = () => {
    this.#unplugged = this.provider.shouldConnect
    this.provider.disconnect()
  }
}

function contentVersionOf(name: RoomName): number {
  const parsed = parseRoomName(name)
  return parsed ? contentVersions[parsed.kind] : 0
}
