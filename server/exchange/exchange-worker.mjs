/** Where docs are converted: everything is loaded first, then nothing can be reached from here any more. */
import { parentPort } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

register()
const { convert } = await import('./convert.ts')
const { closeDoors } = await import('./closed-doors.ts')
closeDoors()

parentPort.on('message', async (job) => {
  try {
    const result = await convert(job)
    parentPort.postMessage({ result })
  } catch (error) {
    if (error?.name === 'Refusal')
      parentPort.postMessage({ refusal: error.code, details: error.details })
    else parentPort.postMessage({ error: String(error?.stack ?? error) })
  }
})
