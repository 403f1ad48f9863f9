import type { FullCard } from '@atelier/shared/boards/card-batch-edits'
import type { LaneChange, LaneFact } from '@atelier/shared/boards/lane-edits'
import { useCallback } from 'react'
import { useDesk } from '../board-context'
import { laneStep } from './lane-kinds'
import type { LanePlace } from './lane-place'

/**
 * New cards as they belong into a lane: with its person, its label or its outcome. In a department's lane they are
 * whoever's writes them, where that is one of its people; else somebody is asked first.
 */
export function useLaneGift(): (
  lane: LanePlace | null,
  column: string,
  cards: readonly FullCard[],
  add: (cards: readonly FullCard[]) => void,
) => void {
  const { room, store, people, outcomes, questions } = useDesk()
  return useCallback(
    (lane, column, cards, add) => {
      if (!lane) return add(cards)
      const world = { people, outcomes, labels: store.read().labels }
      const { fact, choices } = laneStep(lane.kind, { from: null, to: lane.id }, [], world)
      const give = (id: string | null) => add(cards.map((card) => fitting(card, fact, id, choices)))
      const own = choices.find((id) => id === room.me.id)
      if (own || choices.length < 2 || cards.every((card) => isGiven(card, choices)))
        return give(own ?? choices[0] ?? null)
      questions.ask({ lane: lane.id, column, people: choices, answer: give })
    },
    [room, store, people, outcomes, questions],
  )
}

const isGiven = ({ assignees = [] }: FullCard, choices: readonly string[]) =>
  assignees.some((id) => choices.includes(id))

function fitting(
  card: FullCard,
  fact: LaneFact,
  give: LaneChange['give'],
  choices: readonly string[],
): FullCard {
  if (give === null) return card
  const { assignees = [], labels = [], outcomes = [] } = card
  if (fact === 'label') return { ...card, labels: [...labels, { id: give }] }
  if (fact === 'outcome') return { ...card, outcomes: [...outcomes, give] }
  return isGiven(card, choices) ? card : { ...card, assignees: [...assignees, give] }
}
