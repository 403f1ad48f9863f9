/** Votes are records: the server keeps the budget, and gives no total to anybody before voting is closed. */
import * as z from 'zod'
import { id } from '../people/person'

/** How many dots of one's own lie on a note or group: sent twice, it is the same. */
export const putVote = z.object({ target: id, dots: z.int().min(0).max(20) })

/** In one stage. `mine` are one's own dots by note or group; `totals` are null until it is closed. */
export type VotePage = {
  stageId: string
  budget: number
  onOne: number
  mine: Record<string, number>
  totals: Record<string, number> | null
  /** How many have voted at all; null until it is closed. */
  voters: number | null
}
