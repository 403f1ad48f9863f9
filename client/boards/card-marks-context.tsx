import type { Card } from '@atelier/shared/boards/card'
import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useMemo } from 'react'
import { useMe } from '../access/session'
import { commentCountsQuery, watchesQuery } from '../comments/card-comment-records'
import type { KeptWish } from '../offline/kept-wishes'
import { watchesKey } from '../offline/use-send-wishes'
import { withWatchWishes } from '../offline/wished'
import { useKeptWishes } from './own/use-wishes'

type Marks = {
  /** Comments by card. */
  counts: Record<string, number>
  /** By card, what this person has said about watching it. */
  watches: Readonly<Record<string, boolean>>
  /** Cards of which the server has not heard yet that they are watched, or are not. */
  waiting: readonly string[]
  myId: string | null
}

const none: readonly KeptWish[] = []

const MarksContext = createContext<Marks>({
  counts: {},
  watches: {},
  waiting: [],
  myId: null,
})

/** What the server knows about the cards of a board: asked for once for all of them. */
export function CardMarksProvider(props: { boardId: string; children: ReactNode }) {
  const { boardId } = props
  const { id: myId } = useMe()
  const { data: counts } = useQuery(commentCountsQuery(boardId))
  const { data: watches } = useQuery(watchesQuery(boardId))
  const kept = useKeptWishes(boardId, watchesKey(boardId)) ?? none
  const marks = useMemo(
    () => ({
      counts: counts ?? {},
      watches: withWatchWishes(watches ?? {}, kept),
      waiting: kept.flatMap((one) => (one.what === 'watch' && one.waits ? [one.cardId] : [])),
      myId,
    }),
    [counts, watches, kept, myId],
  )
  return <MarksContext value={marks}>{props.children}</MarksContext>
}

export const useCommentCount = (cardId: string): number => use(MarksContext).counts[cardId] ?? 0

/** Whoever has said so, and whoever it is assigned to unless they have said otherwise. */
export function useIsWatching(card: Pick<Card, 'id' | 'assignees'>): boolean {
  const { watches, myId } = use(MarksContext)
  return watches[card.id] ?? (myId !== null && card.assignees.includes(myId))
}

/** What this person has said about watching it waits on this device. */
export const useWatchWaits = (cardId: string): boolean => use(MarksContext).waiting.includes(cardId)
