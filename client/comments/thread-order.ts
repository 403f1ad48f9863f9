import type { CommentThread } from '@atelier/shared/comments/comment'

/** Where a thread is: about the whole doc, at words in the text, or at words that are gone. */
export type Standing = { kind: 'whole' } | { kind: 'there'; at: number } | { kind: 'gone' }

export type StandingThread = { thread: CommentThread; standing: Standing }

const ranks = { whole: 0, there: 1, gone: 2 }

/** As one reads: the whole, then the text from its beginning, then what is gone; the oldest first. */
export function inOrder(
  threads: readonly CommentThread[],
  placeOf: (id: string) => number | null,
): StandingThread[] {
  const standing = threads.map((thread): StandingThread => {
    const at = placeOf(thread.id)
    if (thread.anchor === null) return { thread, standing: { kind: 'whole' } }
    return { thread, standing: at === null ? { kind: 'gone' } : { kind: 'there', at } }
  })
  return standing.sort((a, b) => {
    const byKind = ranks[a.standing.kind] - ranks[b.standing.kind]
    if (byKind !== 0) return byKind
    const byPlace = placeIn(a.standing) - placeIn(b.standing)
    return byPlace || a.thread.createdAt.localeCompare(b.thread.createdAt)
  })
}

const placeIn = (standing: Standing) => (standing.kind === 'there' ? standing.at : 0)

export const filters = ['open', 'resolved', 'all'] as const
export type Filter = (typeof filters)[number]

export const isShown = (filter: Filter, { resolved }: CommentThread): boolean =>
  filter === 'all' || (filter === 'resolved') === (resolved !== null)
