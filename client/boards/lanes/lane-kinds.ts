/** What lanes can go by: for each kind which there are, which a card is in, and what a card has to change to be there. */
import type { Card } from '@atelier/shared/boards/card'
import type { LaneChange, LaneFact } from '@atelier/shared/boards/lane-edits'
import { type Lane, type LaneWorld, noLane } from './lanes'

/** What going to another lane changes. Of several choices, somebody says which; of none, nothing is given. */
export type LaneStep = {
  fact: LaneFact
  take: LaneChange['take']
  choices: readonly string[]
}

type Rules = {
  /** The lanes of one card. Empty for the lane of none. */
  of(card: Card, world: LaneWorld): readonly string[]
  /** All there are to show, in order, but for the lane of none. */
  all(cards: readonly Card[], world: LaneWorld): readonly Lane[]
  /** Whether cards of other lanes, and new ones, may come. */
  takes?(lane: string, world: LaneWorld): boolean
  /** `from` is null for cards that come from no lane, `to` is never the same. Both may be the lane of none. */
  step(from: string | null, to: string, cards: readonly Card[], world: LaneWorld): LaneStep
}

const departmentOf = (id: string, { people }: LaneWorld) => people.get(id)?.department ?? null

/** More people than these are shown only where they have a card. */
const everybodyUpTo = 12

const person: Rules = {
  of: (card) => card.assignees,
  /** By name; those who left after them. */
  all(cards, { people }) {
    const used = new Set(cards.flatMap(({ assignees }) => assignees))
    if (people.size <= everybodyUpTo) for (const id of people.keys()) used.add(id)
    const known = [...used].flatMap((id) => people.get(id) ?? [])
    const left = [...used].filter((id) => !people.has(id)).sort()
    return [
      ...known.sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => ({ id, name })),
      ...left.map((id) => ({ id, name: null })),
    ]
  },
  takes: (lane, { people }) => people.has(lane),
  step: (from, to, cards) => ({
    fact: 'person',
    take: to === noLane ? cards.flatMap(({ assignees }) => assignees) : orNone(from),
    choices: orNone(to),
  }),
}

/** A department is not on a card: it is of who has it. So somebody of the other department gets it. */
const department: Rules = {
  of: ({ assignees }, world) => [
    ...new Set(assignees.flatMap((id) => departmentOf(id, world) ?? [])),
  ],
  all(cards, world) {
    const used = new Set(cards.flatMap((card) => department.of(card, world)))
    for (const id of world.people.keys()) used.add(departmentOf(id, world) ?? noLane)
    used.delete(noLane)
    return [...used].sort((a, b) => a.localeCompare(b)).map((name) => ({ id: name, name }))
  },
  step(from, to, cards, world) {
    const leaves = (id: string) => {
      const theirs = departmentOf(id, world)
      return to === noLane ? theirs !== null : from !== noLane && theirs === from
    }
    const isThere = (card: Card) => card.assignees.some((id) => departmentOf(id, world) === to)
    const isSettled = to === noLane || (cards.length > 0 && cards.every(isThere))
    return {
      fact: 'person',
      take: cards.flatMap(({ assignees }) => assignees.filter(leaves)),
      choices: isSettled
        ? []
        : [...world.people.keys()].filter((id) => departmentOf(id, world) === to),
    }
  },
}

const label: Rules = {
  of: (card) => card.labels,
  all: (_, { labels }) => labels.map(({ id, name }) => ({ id, name })),
  step: (from, to, cards) => ({
    fact: 'label',
    take: to === noLane ? cards.flatMap(({ labels }) => labels) : orNone(from),
    choices: orNone(to),
  }),
}

const outcome: Rules = {
  of: (card) => card.outcomes,
  /** In the project's order: of those that were put away, only what cards contribute to; then what is gone. */
  all(cards, { outcomes }) {
    const used = new Set(cards.flatMap((card) => card.outcomes))
    const shown = outcomes.filter(({ id, archived }) => !archived || used.has(id))
    for (const { id } of outcomes) used.delete(id)
    return [
      ...shown.map(({ id, name }) => ({ id, name })),
      ...[...used].sort().map((id) => ({ id, name: null })),
    ]
  },
  takes: (lane, { outcomes }) => outcomes.some(({ id, archived }) => id === lane && !archived),
  step: (from, to, cards) => ({
    fact: 'outcome',
    take: to === noLane ? cards.flatMap(({ outcomes }) => outcomes) : orNone(from),
    choices: orNone(to),
  }),
}

const orNone = (id: string | null) => (id === null || id === noLane ? [] : [id])

const laneKinds = { person, department, label, outcome } satisfies Record<string, Rules>

/** What the rows of a board can go by today. */
export type ShownLaneKind = keyof typeof laneKinds
export const shownLaneKinds = Object.keys(laneKinds) as ShownLaneKind[]

const rulesOf = (kind: ShownLaneKind): Rules => laneKinds[kind]

/** Every lane a card is shown in: one for each of its people, of their departments, its labels or outcomes. */
export function lanesOfCard(card: Card, kind: ShownLaneKind, world: LaneWorld): readonly string[] {
  const ids = rulesOf(kind).of(card, world)
  return ids.length > 0 ? ids : onlyNone
}

const onlyNone: readonly string[] = [noLane]

/** In order, the lane of none last. */
export const lanesOf = (
  cards: readonly Card[],
  kind: ShownLaneKind,
  world: LaneWorld,
): readonly Lane[] => [...rulesOf(kind).all(cards, world), { id: noLane, name: null }]

/** Whether somebody may bring a card there: nobody can give one to a person who left, or to an outcome that is gone. */
export const takesCards = (kind: ShownLaneKind, lane: string, world: LaneWorld): boolean =>
  lane === noLane || (rulesOf(kind).takes?.(lane, world) ?? true)

export function laneStep(
  kind: ShownLaneKind,
  { from, to }: { from: string | null; to: string },
  cards: readonly Card[],
  world: LaneWorld,
): LaneStep {
  const { fact, take, choices } = rulesOf(kind).step(from, to, cards, world)
  return { fact, take: [...new Set(take)], choices }
}
