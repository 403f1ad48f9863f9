import { register } from 'tsx/esm/api'

register()
const { workOutDecision } = await import('./work-out-decision.ts')
const { answerJobs } = await import('../threads/answer-jobs.ts')
answerJobs(workOutDecision, () => [])
