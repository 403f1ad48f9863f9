import DataLoader from 'dataloader'

/** So many questions are answered by one query at most. */
const mostAtOnce = 64

/**
 * Questions that many ask at the same moment, as when a class opens a doc, are put to the database
 * together. Nothing is remembered: each is asked afresh. `answer` gives one answer for each, in order.
 */
export function askedTogether<Question, Answer>(
  answer: (questions: readonly Question[]) => Promise<readonly Answer[]>,
): (question: Question) => Promise<Answer> {
  const loader = new DataLoader<Question, Answer>(answer, {
    cache: false,
    maxBatchSize: mostAtOnce,
    // After everything that has arrived by now is read.
    batchScheduleFn: (ask) => setImmediate(ask),
  })
  return (question) => loader.load(question)
}
