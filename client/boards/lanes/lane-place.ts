import type { ShownLaneKind } from './lane-kinds'

/** The lane a list belongs to. */
export type LanePlace = { kind: ShownLaneKind; id: string }

/** From the lane it is held in to another; null for what came from no lane. */
export type LaneMove = { kind: ShownLaneKind; from: string | null; to: string }

/** Null within one lane, and where the board has none. */
export const laneMove = (to: LanePlace | null, from: string | null): LaneMove | null =>
  !to || from === to.id ? null : { kind: to.kind, from, to: to.id }

/** The lane this part of the screen is in. */
export const laneAt = (element: Element | null): string | null =>
  element?.closest<HTMLElement>('[data-lane]')?.dataset.lane ?? null
