/** Where docs are converted: everything is loaded first, then nothing can be reached from here any more. */
import { register } from 'tsx/esm/api'

register()
const { convert } = await import('./convert.ts')
const { answerJobs } = await import('../threads/answer-jobs.ts')
const { closeDoors } = await import('./closed-doors.ts')
closeDoors()
answerJobs(convert, bytesOf)

function bytesOf(result) {
  if (result instanceof Uint8Array) return [result]
  if (result.update instanceof Uint8Array) return [result.update]
  return Array.isArray(result.files) ? result.files.map(({ bytes }) => bytes) : []
}
