import type { Outbox } from './outbox'
import type { Present } from './room-presence'

/** A connection in the room, as the room sees it. */
export interface Member extends Present {
  readonly outbox: Outbox
  /** More of the room is stored than a moment ago. */
  tellStored(): void
}
