/** An import while it runs: how far it is, and whether whoever asked has left. */
import type { ImportLine, ImportProgress } from '@atelier/shared/exchange/board-import'
import type { Imported } from '@atelier/shared/exchange/exchange'
import { Refusal, refuse } from '@atelier/shared/refusals'
import type { Context } from 'hono'
import type { Log } from '../sync/log'

export type ImportCourse = {
  tell(progress: ImportProgress): void
  /** Refuses once it was cancelled: nothing has been stored yet. */
  goOn(): void
}

/** For whoever does not ask how far it is. */
export const silentCourse: ImportCourse = { tell: () => undefined, goOn: () => undefined }

/**
 * Answers with lines of `ImportLine` while `work` goes on. What is refused before it tells anything is
 * refused as ever, with a status. Who goes away in between has cancelled it.
 */
export async function answerInLines(
  c: Context,
  log: Log,
  work: (course: ImportCourse) => Promise<Imported>,
): Promise<Response> {
  const lines = lineStream()
  let hasBegun: () => void = () => undefined
  const begun = new Promise<void>((resolve) => {
    hasBegun = resolve
  })
  const done = work({
    tell(progress) {
      hasBegun()
      lines.write({ progress })
    },
    goOn: () => lines.isCancelled() && refuse('conflict'),
  })
  await Promise.race([begun, done])
  void done.then(
    (imported) => lines.end({ imported }),
    (error: unknown) => {
      if (!(error instanceof Refusal)) log.error({ err: error }, 'an import failed')
      lines.end({ error: bodyOf(error) })
    },
  )
  c.header('Content-Type', 'application/x-ndjson; charset=utf-8')
  c.header('X-Accel-Buffering', 'no')
  return c.body(lines.stream)
}

const bodyOf = (error: unknown) =>
  error instanceof Refusal
    ? { code: error.code, message: error.message, ...error.details }
    : { code: 'bug' as const, message: 'Something went wrong on our side.' }

function lineStream() {
  const encoder = new TextEncoder()
  let to: ReadableStreamDefaultController<Uint8Array> | null = null
  let isCancelled = false
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      to = controller
    },
    cancel() {
      isCancelled = true
      to = null
    },
  })
  const write = (line: ImportLine) => to?.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
  return {
    stream,
    write,
    isCancelled: () => isCancelled,
    end(line: ImportLine) {
      write(line)
      to?.close()
      to = null
    },
  }
}
