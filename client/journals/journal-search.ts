/** What of a journal is shown: of whom, and of which mentorship. */
export type JournalSearch = { show?: 'others'; in?: string }

export const journalSearch = ({ show, in: within }: Record<string, unknown>): JournalSearch => ({
  ...(show === 'others' && { show }),
  ...(typeof within === 'string' && { in: within }),
})
