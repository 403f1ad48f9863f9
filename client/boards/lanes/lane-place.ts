import type { LaneChange } from '@atelier/shared/boards/lane-edits'
import { noLane, type ShownLaneKind } from './lanes'

/** The lane a list belongs to. */
export type LanePlace = { kind: ShownLaneKind; id: string }

/**
 * What going from one lane to another changes on a card. Null within one lane, and between
 * departments: those follow who has the card, and nobody can say whom another one means.
 */
export function laneChange(to: LanePlace | null, from: string | null): LaneChange | null {
  if (!to || to.kind === 'department' || from === null || from === to.id) return null
  const orNone = (id: string) => (id === noLane ? null : id)
  return { kind: to.kind, from: orNone(from), to: orNone(to.id) }
}
