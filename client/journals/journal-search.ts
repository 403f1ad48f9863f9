/** What of a journal is shown: of whom, and of which mentorship. */
export type JournalSearch = { show?: 'others'; in?: string }

export const journalSearch = ({ show, in: within }: Record<string, unknown>): JournalSearch => ({
  ...(show === 'others' && { show }),
  ...(typeof within === 'string' && { in: within }),
})

/** Of one entry: which thread in its margin is looked at. */
export const entrySearch = ({ thread }: Record<string, unknown>): { thread?: string } =>
  typeof thread === 'string' ? { thread } : {}
