/** Files on their way to the server, one tab's own: nobody else learns of one before it is there. */
import type { StoredFile } from '@atelier/shared/files/file'
import { codeOf } from '../api/request-failed'

export type UploadState =
  | { kind: 'waiting' }
  /** `share` from 0 to 1. */
  | { kind: 'sending'; share: number }
  | { kind: 'failed'; error: unknown }

/** `isKept`: whether this device has it until it has arrived; null as long as nobody knows. */
export type Upload = {
  readonly id: string
  readonly file: File
  readonly state: UploadState
  readonly isKept: boolean | null
}

/** Resolves with null where somebody else has seen to it. */
export type SendFile = (
  file: File,
  how: { id: string; onShare: (share: number) => void; signal: AbortSignal },
) => Promise<StoredFile | null>

const atOnce = 2

export class Uploads {
  readonly #send: SendFile
  readonly #onDone: (id: string, stored: StoredFile | null) => void
  readonly #uploads = new Map<string, Upload>()
  #listed: readonly Upload[] | null = null
  readonly #under = new Map<string, AbortController>()
  readonly #listeners = new Set<() => void>()

  /** `onDone` puts it where it belongs; it is then no upload any more. */
  constructor(send: SendFile, onDone: (id: string, stored: StoredFile | null) => void) {
    this.#send = send
    this.#onDone = onDone
  }

  get(id: string): Upload | undefined {
    return this.#uploads.get(id)
  }

  /** In the order in which they were added; the same list until one of them changes. */
  list = (): readonly Upload[] => {
    this.#listed ??= [...this.#uploads.values()]
    return this.#listed
  }

  get size(): number {
    return this.#uploads.size
  }

  /** How many would be lost with this tab. */
  get onlyHere(): number {
    return [...this.#uploads.values()].filter(({ isKept }) => isKept !== true).length
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(id: string, file: File): void {
    this.#set({ id, file, state: { kind: 'waiting' }, isKept: null })
    this.#next()
  }

  /** From this device; with an `error` it waits for somebody to say what is to become of it. */
  takeUp(id: string, file: File, error: unknown): void {
    const state =
      error === null ? ({ kind: 'waiting' } as const) : { kind: 'failed' as const, error }
    this.#set({ id, file, state, isKept: true })
    this.#next()
  }

  noteKept(id: string, isKept: boolean): void {
    const upload = this.#uploads.get(id)
    if (upload) this.#set({ ...upload, isKept })
  }

  retry(id: string): void {
    const upload = this.#uploads.get(id)
    if (upload?.state.kind !== 'failed') return
    this.#set({ ...upload, state: { kind: 'waiting' } })
    this.#next()
  }

  /** What failed only because nobody was there to take it. */
  retryUnreachable(): void {
    for (const { id, state } of [...this.#uploads.values()]) {
      if (state.kind === 'failed' && codeOf(state.error) === 'unreachable') this.retry(id)
    }
  }

  cancel(id: string): void {
    this.#uploads.delete(id)
    this.#under.get(id)?.abort()
    this.#tell()
  }

  cancelAll(): void {
    for (const id of [...this.#uploads.keys()]) this.cancel(id)
  }

  #next(): void {
    for (const { id, state } of [...this.#uploads.values()]) {
      if (state.kind === 'waiting' && this.#under.size < atOnce) void this.#work(id)
    }
  }

  async #work(id: string): Promise<void> {
    const upload = this.#uploads.get(id)
    if (!upload) return
    const under = new AbortController()
    this.#under.set(id, under)
    const onShare = (share: number) => this.#change(id, { kind: 'sending', share })
    onShare(0)
    let stored: StoredFile | null | undefined
    try {
      stored = await this.#send(upload.file, { id, onShare, signal: under.signal })
    } catch (error) {
      this.#change(id, { kind: 'failed', error })
    }
    this.#under.delete(id)
    const isWanted = stored !== undefined && this.#uploads.delete(id)
    this.#tell()
    this.#next()
    // Last: whoever fails to take it keeps no other from being sent.
    if (stored !== undefined && isWanted) this.#onDone(id, stored)
  }

  /** Nothing once it was cancelled. */
  #change(id: string, state: UploadState): void {
    const upload = this.#uploads.get(id)
    if (upload) this.#set({ ...upload, state })
  }

  #set(upload: Upload): void {
    this.#uploads.set(upload.id, upload)
    this.#tell()
  }

  #tell(): void {
    this.#listed = null
    for (const listener of this.#listeners) listener()
  }
}
