/** `GET /api/journals/timeline`: what stands between the entries of one's own journal. The latest first. */
import * as z from 'zod'
import type { Goal } from '../mentorships/mentoring'

/** From this day on; all of it where that cannot be read. */
export const askTimeline = z.object({ since: z.iso.date().optional().catch(undefined) })
export type AskTimeline = z.output<typeof askTimeline>

/** Of each. */
export const mostMoments = 300

export type Timeline = {
  /** That have begun, of one's own mentorships. */
  sessions: { id: string; mentorshipId: string; at: string }[]
  /** One's own that were reached, or let go. */
  goals: (Pick<Goal, 'id' | 'mentorshipId' | 'title' | 'state'> & { at: string })[]
}
