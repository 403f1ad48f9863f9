/** The inside of a thread of `workThread`: call it once everything is loaded. */
import { parentPort } from 'node:worker_threads'
import { Refusal } from '@atelier/shared/refusals'
import { ownBuffers } from './own-buffers'

/** `bytesIn` is what of a result is handed over instead of being copied. */
export function answerJobs<Job, Result>(
  work: (job: Job, tell: (progress: unknown) => void) => Result | Promise<Result>,
  bytesIn: (result: Result) => Uint8Array[],
): void {
  parentPort?.on('message', async (job: Job) => {
    try {
      const result = await work(job, (progress) => parentPort?.postMessage({ progress }))
      parentPort?.postMessage({ result }, ownBuffers(bytesIn(result)))
    } catch (error) {
      parentPort?.postMessage(
        error instanceof Refusal
          ? { refusal: error.code, details: error.details }
          : { error: error instanceof Error ? error.stack : String(error) },
      )
    }
  })
  parentPort?.postMessage({ ready: true })
}
