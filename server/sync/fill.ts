/** How full a room is, by the very measure that refuses more, and when to say so (S16). */
import { limits } from '@atelier/shared/sync/limits'
import { encodeFill } from '@atelier/shared/sync/messages'
import type { Outbox } from './outbox'

const warnPercent = 100 * limits.warnFrom
/** Said again when it has become so much more. */
const stepPercent = 5

const percentOf = (bytes: number) => Math.floor((100 * bytes) / limits.roomBytes)

/** Whether to warn whoever comes into a room of so many bytes. */
export const isFilling = (bytes: number): boolean => percentOf(bytes) >= warnPercent

/** How many bytes a room of `bytes` has when there is next something to say. */
export function nextFillAt(bytes: number): number {
  const percent = percentOf(bytes)
  const next = isFilling(bytes) ? percent - (percent % stepPercent) + stepPercent : warnPercent
  return Math.ceil((next * limits.roomBytes) / 100)
}

export function tellFill(bytes: number, members: Iterable<{ outbox: Outbox }>): void {
  // The server's own edits are never refused.
  const frame = encodeFill(Math.min(100, percentOf(bytes)))
  for (const { outbox } of members) outbox.send(frame)
}
