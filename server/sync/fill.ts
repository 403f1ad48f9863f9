/** How full a room is, by the very measure that refuses more, and when to say so (S16). */
import { limits } from '@atelier/shared/sync/limits'
import { encodeFill } from '@atelier/shared/sync/messages'
import type { Outbox } from './outbox'

const warnPercent = 100 * limits.warnFrom
/** Said again when it has become so much more. */
const stepPercent = 5

/** How many bytes a room has, and may have. */
export type Fill = { readonly bytes: number; readonly limitBytes: number }

const percentOf = ({ bytes, limitBytes }: Fill) => Math.floor((100 * bytes) / limitBytes)

/** Whether to warn whoever comes into a room. */
export const isFilling = (fill: Fill): boolean => percentOf(fill) >= warnPercent

/** How many bytes the room has when there is next something to say. */
export function nextFillAt(fill: Fill): number {
  const percent = percentOf(fill)
  const next = isFilling(fill) ? percent - (percent % stepPercent) + stepPercent : warnPercent
  return Math.ceil((next * fill.limitBytes) / 100)
}

export function tellFill(fill: Fill, members: Iterable<{ outbox: Outbox }>): void {
  // The server's own edits are never refused.
  const frame = encodeFill(Math.min(100, percentOf(fill)))
  for (const { outbox } of members) outbox.send(frame)
}
