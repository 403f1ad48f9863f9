/** Where the logs of boards are played again. */
import { register } from 'tsx/esm/api'

register()
const { cardHistory } = await import('@atelier/shared/boards/card-history')
const { answerJobs } = await import('../threads/answer-jobs.ts')
answerJobs(
  ({ log, card, most }) => cardHistory(log, card, most),
  () => [],
)
