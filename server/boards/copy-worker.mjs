/** Where boards are made like others. */
import { register } from 'tsx/esm/api'

register()
const { boardCopy } = await import('./board-copy.ts')
const { answerJobs } = await import('../threads/answer-jobs.ts')
answerJobs(boardCopy, ({ update }) => [update])
