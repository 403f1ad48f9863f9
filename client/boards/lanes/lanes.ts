import type { Column } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import type { Label } from '@atelier/shared/boards/label'
import type { Outcome } from '@atelier/shared/outcomes/outcome'
import type { PersonCard } from '@atelier/shared/people/person'

/** The id of the lane of cards that belong to nobody, have no label, or contribute to nothing. Never an id of anything. */
export const noLane = ''

/** `name` is null in the lane of none, and where it is of somebody who left, or of an outcome that is gone. */
export type Lane = { id: string; name: string | null }

export type LaneWorld = {
  people: ReadonlyMap<string, PersonCard>
  labels: readonly Label[]
  /** Of the project, in its order. */
  outcomes: readonly Outcome[]
}

/** The cards of each lane, column by column, in order. */
export type LaneCells = ReadonlyMap<string, ReadonlyMap<string, readonly Card[]>>

/** Lists that did not change are taken from `previous`, so that nothing redraws for them. */
export function intoLanes(
  columns: readonly Column[],
  lanesFor: (card: Card) => readonly string[],
  previous?: LaneCells,
): LaneCells {
  const cells = new Map<string, Map<string, Card[]>>()
  for (const { id: column, cards } of columns)
    for (const card of cards)
      for (const lane of lanesFor(card)) {
        const row = cells.get(lane) ?? new Map<string, Card[]>()
        cells.set(lane, row)
        const cell = row.get(column)
        if (cell) cell.push(card)
        else row.set(column, [card])
      }
  return new Map([...cells].map(([lane, row]) => [lane, sameLists(row, previous?.get(lane))]))
}

function sameLists(
  row: ReadonlyMap<string, readonly Card[]>,
  before: ReadonlyMap<string, readonly Card[]> | undefined,
): ReadonlyMap<string, readonly Card[]> {
  const merged = new Map(
    [...row].map(([column, cards]) => {
      const old = before?.get(column)
      const isSame = old?.length === cards.length && cards.every((card, nth) => card === old[nth])
      return [column, isSame && old ? old : cards]
    }),
  )
  const isWhole =
    before?.size === merged.size && [...merged].every(([id, c]) => before.get(id) === c)
  return isWhole && before ? before : merged
}
