import type { Card } from '@atelier/shared/boards/card'
import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { useMe } from '../access/session'
import { commentCountsQuery, watchesQuery } from '../comments/card-comment-records'

type Marks = {
  /** Comments by card. */
  counts: Record<string, number>
  /** By card, what this person has said about watching it. */
  watches: Record<string, boolean>
  myId: string | null
}

const MarksContext = createContext<Marks>({ counts: {}, watches: {}, myId: null })

/** What the server knows about the cards of a board: asked for once for all of them. */
export function CardMarksProvider(props: { boardId: string; children: ReactNode }) {
  const { id: myId } = useMe()
  const { data: counts } = useQuery(commentCountsQuery(props.boardId))
  const { data: watches } = useQuery(watchesQuery(props.boardId))
  const marks = useMemo(
    () => ({ counts: counts ?? {}, watches: watches ?? {}, myId }),
    [counts, watches, myId],
  )
  return <MarksContext value={marks}>{props.children}</MarksContext>
}

export const useCommentCount = (cardId: string): number => use(MarksContext).counts[cardId] ?? 0

/** Whoever has said so, and whoever it is assigned to unless they have said otherwise. */
export function useIsWatching(card: Pick<Card, 'id' | 'assignees'>): boolean {
  const { watches, myId } = use(MarksContext)
  return watches[card.id] ?? (myId !== null && card.assignees.includes(myId))
}
