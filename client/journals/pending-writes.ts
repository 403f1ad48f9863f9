/**
 * Titles and prompts of an entry that are on their way: they are records, and count as text does. They outlive the
 * screen they were written on, in this tab, and go out as soon as the server is there.
 */
import { codeOf } from '../api/request-failed'
import type { CopyIdentity } from '../offline/device-databases'
import { isRemembered } from '../offline/remembered-who'
import { watchForUnsent } from '../offline/unsent-words'
import type { SaveState } from '../sync/room'
import type { Watched } from '../sync/watched'

const pauseMs = 700
/** How long a line waits for a server that did not answer. */
const tryAgainMs = 5_000

export type Writing = {
  save: (said: string) => Promise<unknown>
  /** What the server will not have: it stays where it is written. */
  onRefused: (error: unknown, said: string) => void
}

type Line = Writing & {
  said: string
  /** One at a time: what was written first is never stored last. */
  isSending: boolean
  isAway: boolean
  isRefused: boolean
  timer?: ReturnType<typeof setTimeout>
}

/** Those in which anything waits, by whose entry it is. */
const waiting = new Map<string, PendingWrites>()

/** What waits of this entry, also since an earlier visit. */
export function writesOf(who: CopyIdentity, entryId: string): PendingWrites {
  const key = [who.workspaceId, who.personId, entryId].join(':')
  return waiting.get(key) ?? new PendingWrites(who, key)
}

globalThis.addEventListener?.('online', () => {
  for (const writes of waiting.values()) void writes.flush()
})
globalThis.addEventListener?.('beforeunload', (event) => {
  if (waiting.size > 0) event.preventDefault()
})

watchForUnsent({
  what: 'entry',
  isWaiting: () => waiting.size > 0,
  send: () => Promise.all([...waiting.values()].map((writes) => writes.flush())),
  forget() {
    for (const writes of waiting.values()) writes.forget()
  },
})

export class PendingWrites implements Watched<SaveState> {
  readonly #who: CopyIdentity
  readonly #key: string
  readonly #lines = new Map<string, Line>()
  readonly #listeners = new Set<() => void>()

  constructor(who: CopyIdentity, key: string) {
    this.#who = who
    this.#key = key
  }

  #shown: SaveState = { kind: 'saved' }
  read = (): SaveState => {
    const now = this.#state()
    if (JSON.stringify(now) !== JSON.stringify(this.#shown)) this.#shown = now
    return this.#shown
  }

  #state(): SaveState {
    const { size: changes } = this.#lines
    if (changes === 0) return { kind: 'saved' }
    const isAway = !navigator.onLine || [...this.#lines.values()].some((line) => line.isAway)
    return isAway ? { kind: 'offline', changes, onDevice: false } : { kind: 'saving', changes }
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Null where nothing waits to be stored. */
  said(name: string): string | null {
    return this.#lines.get(name)?.said ?? null
  }

  /** Goes out in the next pause of writing. */
  write(name: string, said: string, writing: Writing): void {
    const { isSending = false, isAway = false, timer } = this.#lines.get(name) ?? {}
    clearTimeout(timer)
    const line: Line = { ...writing, said, isSending, isAway, isRefused: false }
    this.#lines.set(name, line)
    this.#later(name, line, pauseMs)
    this.#tell()
  }

  /** Goes out now: one line, or all of them. */
  async flush(name?: string): Promise<void> {
    const names = name === undefined ? [...this.#lines.keys()] : [name]
    await Promise.all(names.map((one) => this.#send(one)))
  }

  /** Nothing of it is sent any more. */
  forget(): void {
    for (const name of [...this.#lines.keys()]) this.#forget(name)
  }

  /** Its screen is gone: what can be stored is. */
  leave(name: string): void {
    if (this.#lines.get(name)?.isRefused) this.#forget(name)
    else void this.flush(name)
  }

  #later(name: string, line: Line, ms: number): void {
    line.timer = setTimeout(() => void this.#send(name), ms)
  }

  async #send(name: string): Promise<void> {
    const line = this.#lines.get(name)
    if (!line || line.isSending) return
    clearTimeout(line.timer)
    // Somebody else is here by now: nothing of it is theirs, nor said in their name.
    if (!isRemembered(this.#who)) return this.#forget(name)
    line.isSending = true
    const fault = await line.save(line.said).then(() => null, asFault)
    const now = this.#lines.get(name)
    if (!now) return
    now.isSending = false
    now.isAway = fault !== null && !isFinal(fault.error)
    if (now.isAway) this.#later(name, now, tryAgainMs)
    // Written on meanwhile: that is stored next.
    else if (now.said !== line.said) void this.#send(name)
    else if (fault) this.#refuse(now, fault.error)
    else this.#lines.delete(name)
    this.#tell()
  }

  #refuse(line: Line, error: unknown): void {
    line.isRefused = true
    line.onRefused(error, line.said)
  }

  #forget(name: string): void {
    clearTimeout(this.#lines.get(name)?.timer)
    this.#lines.delete(name)
    this.#tell()
  }

  #tell(): void {
    if (this.#lines.size > 0) waiting.set(this.#key, this)
    else waiting.delete(this.#key)
    for (const listener of this.#listeners) listener()
  }
}

const asFault = (error: unknown) => ({ error })

/** Asked again, the answer would be the same. */
const isFinal = (error: unknown) =>
  ['invalid', 'forbidden', 'not-found', 'conflict', 'too-large', 'too-many'].includes(codeOf(error))
