/**
 * By which road this page talks to the server: websockets, or plain requests where a network lets none through (F9).
 * It is one for the whole page: what the first socket finds out, the others need not.
 */
import type { SlowSocket } from './slow-socket'

export type Road = 'fast' | 'slow'

let road: Road = 'fast'
const watching = new Set<() => void>()

export const currentRoad = (): Road => road
export function watchRoad(listener: () => void): () => void {
  watching.add(listener)
  return () => void watching.delete(listener)
}

const openWithinMs = 5_000
const tryAgainMs = 60_000
let trying: ReturnType<typeof setInterval> | undefined
let isJudging = false
/** Loaded where it is needed: most pages never do. */
let Slow: typeof SlowSocket | null = null

function take(next: Road): void {
  if (road === next) return
  road = next
  if (next === 'slow') trying ??= setInterval(() => void lookForFast(), tryAgainMs)
  for (const listener of watching) listener()
}

/** A socket ended before it was open. That may be a server that starts anew: only where plain requests are answered, and a websocket is not, none gets through. */
async function judge(): Promise<void> {
  if (isJudging || road === 'slow') return
  isJudging = true
  try {
    if (!(await answers()) || (await opens()) || !(await answers())) return
    Slow ??= (await import('./slow-socket')).SlowSocket
    take('slow')
  } catch (error) {
    console.error('The slow road could not be loaded.', error)
  } finally {
    isJudging = false
  }
}

async function lookForFast(): Promise<void> {
  if (!(await opens())) return
  clearInterval(trying)
  trying = undefined
  take('fast')
}

const answers = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

/** Whether a websocket gets through: one is opened, and closed again, to no end. */
const opens = (): Promise<boolean> =>
  new Promise((resolve) => {
    const address = `${window.location.origin.replace(/^http/, 'ws')}/ws/notices`
    const probe = new WebSocket(address)
    const end = (opened: boolean) => {
      clearTimeout(timer)
      probe.close()
      resolve(opened)
    }
    const timer = setTimeout(() => end(false), openWithinMs)
    probe.onopen = () => end(true)
    probe.onclose = () => end(false)
  })

/** A WebSocket by whichever road is open when it is made; it comes to an end when a faster one is found. */
export class RoadSocket {
  /** As every WebSocket has them, on itself. */
  readonly CONNECTING = WebSocket.CONNECTING
  readonly OPEN = WebSocket.OPEN
  readonly CLOSING = WebSocket.CLOSING
  readonly CLOSED = WebSocket.CLOSED
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  onclose: ((event: CloseEvent) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  readonly #socket: WebSocket | SlowSocket
  #wasOpen = false
  readonly #tooSlow: ReturnType<typeof setTimeout> | undefined
  readonly #forget: () => void

  constructor(url: string | URL) {
    const socket = road === 'slow' && Slow ? new Slow(url) : new WebSocket(url)
    this.#socket = socket
    if (!(socket instanceof WebSocket)) {
      this.#forget = watchRoad(() => socket.close())
    } else {
      this.#tooSlow = setTimeout(
        () => this.#isClosed(new CloseEvent('close', { code: 1006 })),
        openWithinMs,
      )
      this.#forget = () => clearTimeout(this.#tooSlow)
    }
    socket.onopen = (event: Event) => {
      this.#wasOpen = true
      clearTimeout(this.#tooSlow)
      this.onopen?.(event)
    }
    socket.onmessage = (event: MessageEvent) => this.onmessage?.(event)
    socket.onerror = (event: Event) => this.onerror?.(event)
    socket.onclose = (event: CloseEvent) => this.#isClosed(event)
  }

  get binaryType(): BinaryType {
    return this.#socket.binaryType
  }
  set binaryType(type: BinaryType) {
    this.#socket.binaryType = type
  }
  get readyState(): number {
    return this.#socket.readyState
  }
  get bufferedAmount(): number {
    return this.#socket.bufferedAmount
  }
  send(data: Parameters<WebSocket['send']>[0]): void {
    this.#socket.send(data)
  }
  close(): void {
    this.#forget()
    this.#socket.close()
  }

  #isClosed(event: CloseEvent): void {
    this.#forget()
    this.#socket.onclose = null
    if (this.#socket.readyState !== WebSocket.CLOSED) this.#socket.close()
    if (!this.#wasOpen && this.#socket instanceof WebSocket) void judge()
    this.onclose?.(event)
  }
}
