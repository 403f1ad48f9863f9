/**
 * A WebSocket over plain requests, for networks that let none through: the same frames, some tenths of a second later.
 * See server/http/slow-line-routes.ts for what is asked. What could not be sent is sent again, under its number.
 */
import { limits } from '@atelier/shared/sync/limits'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

type Data = Parameters<WebSocket['send']>[0]

const retryMs = 1_000
/** In a row, on either way, before the line is given up. */
const mostFailures = 3
const goneAway = 1006
/** Around a frame in a request, bytes at most. */
const framing = 5
/** What is sent in one moment goes in one request. */
const gatherMs = 20

export class SlowSocket {
  binaryType: BinaryType = 'arraybuffer'
  readyState: number = WebSocket.CONNECTING
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  onclose: ((event: CloseEvent) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  readonly #isText: boolean
  readonly #gone = new AbortController()
  #line = ''
  #up: Uint8Array[] = []
  #firstUp = 1
  #isSending = false
  #arrived = 0

  /** `url` is that of the websocket it stands for. */
  constructor(url: string | URL) {
    const address = new URL(url)
    this.#isText = address.pathname === '/ws/notices'
    void this.#open(address.pathname.replace('/ws/', '/slow/') + address.search)
  }

  get bufferedAmount(): number {
    return this.#up.reduce((sum, frame) => sum + frame.length, 0)
  }

  send(data: Data): void {
    if (this.readyState !== WebSocket.OPEN) return
    this.#up.push(bytesOf(data))
    if (this.#isSending) return
    this.#isSending = true
    setTimeout(() => void this.#sendAll(), gatherMs)
  }

  close(): void {
    if (this.readyState === WebSocket.CLOSED) return
    if (this.#line)
      void fetch(`/slow/lines/${this.#line}/end`, { method: 'POST', keepalive: true }).catch(
        nothing,
      )
    this.#end(1000)
  }

  async #open(path: string): Promise<void> {
    try {
      const response = await fetch(path, { method: 'POST', signal: this.#gone.signal })
      if (!response.ok) return this.#end(goneAway)
      this.#line = ((await response.json()) as { line: string }).line
    } catch {
      return this.#end(goneAway)
    }
    if (this.readyState !== WebSocket.CONNECTING) return
    this.readyState = WebSocket.OPEN
    this.onopen?.(new Event('open'))
    await this.#listen()
  }

  async #listen(): Promise<void> {
    for (let failures = 0; this.readyState === WebSocket.OPEN; ) {
      const answer = await this.#ask(`?after=${this.#arrived}`).catch(() => null)
      if (this.readyState !== WebSocket.OPEN) return
      if (answer?.ok && (await this.#takes(answer))) {
        failures = 0
      } else if (answer?.status === 404 || ++failures >= mostFailures) this.#end(goneAway)
      else await later(retryMs)
    }
  }

  /** Whether all of it came; what did not comes again. */
  async #takes(answer: Response): Promise<boolean> {
    const upTo = Number(answer.headers.get('x-line-up-to') ?? Number.NaN)
    const closed = answer.headers.get('x-line-closed')
    const frames = await framesOf(answer).catch(() => null)
    // What stands between us and the server may answer in its place.
    if (frames === null || Number.isNaN(upTo)) return false
    this.#arrived = upTo
    for (const frame of frames) this.#deliver(frame)
    if (closed !== null) this.#end(Number(closed))
    return true
  }

  #deliver(frame: Uint8Array): void {
    if (this.readyState !== WebSocket.OPEN) return
    const data = this.#isText ? new TextDecoder().decode(frame) : frame.slice().buffer
    try {
      this.onmessage?.(new MessageEvent('message', { data }))
    } catch (error) {
      // As on a websocket: whoever listens does not end it by a mistake.
      console.error('A frame could not be taken.', error)
    }
  }

  async #sendAll(): Promise<void> {
    for (let failures = 0; this.#up.length > 0 && this.readyState === WebSocket.OPEN; ) {
      const frames = firstOf(this.#up)
      const encoder = encoding.createEncoder()
      for (const frame of frames) encoding.writeVarUint8Array(encoder, frame)
      const body = new Blob([new Uint8Array(encoding.toUint8Array(encoder))])
      const sent = await this.#ask(`?first=${this.#firstUp}`, { method: 'POST', body }).catch(
        () => null,
      )
      if (sent?.ok) {
        failures = 0
        this.#up.splice(0, frames.length)
        this.#firstUp += frames.length
      } else if (sent?.status === 404 || ++failures >= mostFailures) this.#end(goneAway)
      else await later(retryMs)
    }
    this.#isSending = false
  }

  #ask(query: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`/slow/lines/${this.#line}${query}`, { ...init, signal: this.#gone.signal })
  }

  #end(code: number): void {
    if (this.readyState === WebSocket.CLOSED) return
    this.readyState = WebSocket.CLOSED
    this.#gone.abort()
    this.onclose?.(new CloseEvent('close', { code }))
  }
}

async function framesOf(answer: Response): Promise<Uint8Array[]> {
  const decoder = decoding.createDecoder(new Uint8Array(await answer.arrayBuffer()))
  const frames: Uint8Array[] = []
  while (decoding.hasContent(decoder)) frames.push(decoding.readVarUint8Array(decoder))
  return frames
}

/** As many as go into one request: at least one, and together no more than the largest frame. */
function firstOf(frames: readonly Uint8Array[]): readonly Uint8Array[] {
  let bytes = 0
  const end = frames.findIndex((frame) => {
    bytes += frame.length + framing
    return bytes > limits.frameBytes
  })
  // A list of its own: more may come while it is on its way.
  return frames.slice(0, end < 0 ? frames.length : Math.max(1, end))
}

function bytesOf(data: Data): Uint8Array {
  if (typeof data === 'string') return new TextEncoder().encode(data)
  if (data instanceof Uint8Array) return data.slice()
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0))
  throw new TypeError('frames are bytes')
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const nothing = () => undefined
