import type { Card } from '@atelier/shared/boards/card'
import { progressOf } from '@atelier/shared/boards/checklist'
import { dueSpans, type GroupKind, nobody } from '@atelier/shared/boards/view'
import { spanOf } from '../due-spans'
import type { TableWorld } from './table-world'

/** `id` is a column's, a person's, a label's, a span of days, or `noGroup`. Without a name it is named by its id. */
export type TableGroup = { id: string; name: string | null; colour?: string }

/** Of cards without a label. */
export const noLabel = 'noLabel'
/** Of cards that contribute to nothing; and to something that is gone. */
export const noOutcomeGroup = 'noOutcome'
export const goneOutcomes = 'goneOutcome'
/** All cards, where nothing groups them. */
export const noGroup = 'all'

/** The groups there can be, in order; and to which ones a card belongs: to each of its people, or labels. */
export type Grouping = { groups: readonly TableGroup[]; of(card: Card): readonly string[] }

export function groupingBy(kind: GroupKind | null, world: TableWorld): Grouping {
  if (kind === null) return { groups: [{ id: noGroup, name: null }], of: () => [noGroup] }
  return groupings[kind](world)
}

const groupings: Record<GroupKind, (world: TableWorld) => Grouping> = {
  column: ({ board }) => ({
    groups: board.columns.map(({ id, name }) => ({ id, name })),
    of: ({ column }) => [column],
  }),
  person: ({ people, locale }) => {
    const { compare } = new Intl.Collator(locale)
    const named = [...people].map(([id, { name }]) => ({ id, name }))
    return {
      groups: [
        ...named.sort((a, b) => compare(a.name, b.name)),
        { id: formerMembers, name: null },
        { id: nobody, name: null },
      ],
      of: ({ assignees }) => {
        if (assignees.length === 0) return [nobody]
        const known = assignees.filter((id) => people.has(id))
        return known.length < assignees.length ? [...known, formerMembers] : known
      },
    }
  },
  label: ({ board }) => ({
    groups: [
      ...board.labels.map(({ id, name, colour }) => ({ id, name, colour })),
      { id: noLabel, name: null },
    ],
    of: ({ labels }) => (labels.length === 0 ? [noLabel] : labels),
  }),
  outcome: ({ outcomes }) => {
    const known = new Set(outcomes.map(({ id }) => id))
    return {
      groups: [
        ...outcomes.map(({ id, name }) => ({ id, name })),
        { id: goneOutcomes, name: null },
        { id: noOutcomeGroup, name: null },
      ],
      of: (card) => {
        if (card.outcomes.length === 0) return [noOutcomeGroup]
        const own = card.outcomes.filter((id) => known.has(id))
        return own.length < card.outcomes.length ? [...own, goneOutcomes] : own
      },
    }
  },
  due: ({ today }) => ({
    groups: dueSpans.map((id) => ({ id, name: null })),
    of: ({ due }) => [spanOf(due, today)],
  }),
}

/** People who have cards here and are not in the project any more. */
export const formerMembers = 'former'

/** Where a card cannot be made to fit: what is overdue, or due some day, or has whoever left. */
export const takesNewCards = (group: string): boolean =>
  group !== 'overdue' && group !== 'later' && group !== formerMembers && group !== goneOutcomes

export type Sums = { cards: number; points: number; done: number; total: number }

/** `done` of `total` are the items of checklists. */
export function sumsOf(cards: readonly Card[]): Sums {
  const sums = { cards: cards.length, points: 0, done: 0, total: 0 }
  for (const { estimate, checklists } of cards) {
    sums.points += estimate ?? 0
    if (checklists.length === 0) continue
    const { done, total } = progressOf(checklists)
    sums.done += done
    sums.total += total
  }
  return sums
}
