/** Where docs are converted: everything is loaded first, then nothing can be reached from here any more. */
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { convert } = await import('./convert.ts')
const { ownBuffers } = await import('./own-buffers.ts')
const { closeDoors } = await import('./closed-doors.ts')
closeDoors()

parentPort.on('message', async (job) => {
  try {
    const result = await convert(job)
    parentPort.postMessage({ result }, ownBuffers(bytesOf(result)))
  } catch (error) {
    if (error?.name === 'Refusal')
      parentPort.postMessage({ refusal: error.code, details: error.details })
    else parentPort.postMessage({ error: String(error?.stack ?? error) })
  }
})

function bytesOf(result) {
  if (result instanceof Uint8Array) return [result]
  if (result.update instanceof Uint8Array) return [result.update]
  return Array.isArray(result.files) ? result.files.map(({ bytes }) => bytes) : []
}

parentPort.postMessage({ ready: true })
