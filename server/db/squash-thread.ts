/** Squashing beside the event loop: one thread, started when first needed, and again when it has died. */
import { Worker } from 'node:worker_threads'

/** See `fit` in the worker. */
export type Fitting = {
  unreadable: number[]
  loose: number[]
  whole: Uint8Array | null
  isEmpty: boolean
}

export type Places = readonly number[]
/** `isComplete` unless something in it builds on what is not there. */
export type Squashed = { whole: Uint8Array; isComplete: boolean; packs: Uint8Array[] }
/** Client, clock and length, one after the other. */
export type Spans = { written: number[]; deleted: number[] }

export type SquashThread = {
  /**
   * One update equal to all of these; and for each of `packs`, which names rows by their places, one that
   * also keeps what was deleted. Rejects when it takes too long, or too much memory.
   */
  squash(rows: readonly Uint8Array[], packs?: Places[]): Promise<Squashed>
  /** Which of these rows can be read together. Rejects like `squash`. */
  fit(rows: readonly Uint8Array[]): Promise<Fitting>
  /** What each of these rows wrote and deleted. Rejects like `squash`. */
  spans(rows: readonly Uint8Array[]): Promise<Spans[]>
}

class SquashFailed extends Error {}

type Answer = { result?: unknown; error?: string }
type Request = {
  kind: 'squash' | 'fit' | 'spans'
  rows: readonly Uint8Array[]
  more: unknown
  resolve(result: unknown): void
  reject(error: Error): void
}

export type SquashThreadOptions = {
  /** One room may keep all others waiting for no longer. */
  limitMs?: number
  /** A room that needs more ends the thread, and not the process. */
  memoryMb?: number
}

export function squashThread({
  limitMs = 30_000,
  memoryMb = 1024,
}: SquashThreadOptions = {}): SquashThread {
  const waiting: Request[] = []
  let current: Request | null = null
  let worker: Worker | null = null
  let limit: NodeJS.Timeout | undefined

  function start(): Worker {
    const started = new Worker(new URL('./squash-worker.mjs', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    started.on('message', ({ result, error }: Answer) => {
      if (started === worker) end(error === undefined ? { result } : new SquashFailed(error))
    })
    // What is thrown comes before the end: the reason is told, and `exit` finds nothing left.
    started.on('error', (error) => lose(started, error.message))
    started.on('exit', () => lose(started, 'its thread ended'))
    return started
  }

  function lose(lost: Worker, why: string): void {
    if (lost !== worker) return
    worker = null
    if (current) end(new SquashFailed(why))
  }

  function end(outcome: { result: unknown } | Error): void {
    clearTimeout(limit)
    worker?.unref()
    const ended = current
    current = null
    if (outcome instanceof Error) ended?.reject(outcome)
    else ended?.resolve(outcome.result)
    next()
  }

  function next(): void {
    if (current) return
    current = waiting.shift() ?? null
    if (!current) return
    worker ??= start()
    worker.ref()
    const { kind, rows, more } = current
    const bytes = joined(rows)
    const lengths = rows.map(({ length }) => length)
    worker.postMessage({ kind, bytes, lengths, more }, [bytes.buffer as ArrayBuffer])
    limit = setTimeout(giveUp, limitMs)
  }

  function giveUp(): void {
    const stuck = worker
    worker = null
    stuck?.terminate().catch(() => undefined)
    end(new SquashFailed(`it took more than ${limitMs} ms`))
  }

  const ask = <T>(kind: Request['kind'], rows: readonly Uint8Array[], more?: unknown) =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ kind, rows, more, resolve: (result) => resolve(result as T), reject })
      next()
    })

  return {
    squash: (rows, packs = []) => ask<Squashed>('squash', rows, packs),
    fit: (rows) => ask<Fitting>('fit', rows),
    spans: (rows) => ask<Spans[]>('spans', rows),
  }
}

let shared: SquashThread | null = null

/** The one of this process: as many rooms squashed at once would take the cores from everybody. */
export function sharedSquashThread(): SquashThread {
  shared ??= squashThread()
  return shared
}

/** In memory of its own, so that it can be handed over instead of copied: rows may lie in a pool. */
function joined(rows: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(rows.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const row of rows) {
    all.set(row, at)
    at += row.length
  }
  return all
}
