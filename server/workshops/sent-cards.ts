/** Notes, groups and results of a workshop as cards of a board. */
import type { SentCardWish } from '@atelier/shared/workshops/send-to-board-edits'
import { titleFrom } from '@atelier/shared/workshops/send-to-board-edits'
import type { WorkshopSummary } from '@atelier/shared/workshops/summary'
import type { claimResults } from './result-queries'
import { groupCardBody, plainCardBody } from './summary-body'
import type { SummaryWords } from './summary-words'

type ClaimedResult = Awaited<ReturnType<typeof claimResults>>[number]

/** In the order of the wall; what is not on it is left out. */
export function cardsOfNotes(
  summary: WorkshopSummary,
  ids: readonly string[],
  words: SummaryWords,
): SentCardWish[] {
  const wished = new Set(ids)
  const facts = { due: null, assignee: null }
  const groups = summary.groups.map((group) => ({
    ...facts,
    id: group.id,
    title: titleFrom(group.title).title || words.untitledGroup,
    body: groupCardBody(summary, group, words),
  }))
  const notes = [...summary.groups.flatMap((group) => group.notes), ...summary.notes].map(
    ({ id, text }) => {
      const { title, rest } = titleFrom(text)
      return {
        ...facts,
        id,
        title: title || words.drawn,
        body: plainCardBody(summary, rest, words),
      }
    },
  )
  return [...groups, ...notes].filter(({ id }) => wished.has(id))
}

export const cardsOfResults = (
  summary: Pick<WorkshopSummary, 'id' | 'title'>,
  results: readonly ClaimedResult[],
  { words, assignable }: { words: SummaryWords; assignable: ReadonlySet<string> },
): SentCardWish[] =>
  results.map(({ id, words: said, due, ownerPersonId }) => {
    const { title, rest } = titleFrom(said)
    const assignee = ownerPersonId !== null && assignable.has(ownerPersonId) ? ownerPersonId : null
    return { id, title, due, assignee, body: plainCardBody(summary, rest, words) }
  })
