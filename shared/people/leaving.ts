/** How an account ends by its person's own will. Routes: server/leaving. */
import * as z from 'zod'

/**
 * Their journals go for good, with all that is in them. What they wrote with others stays: docs, cards, comments; under
 * their name where `keepName` says so, else under none.
 */
export const leaveWorkspace = z.strictObject({
  password: z.string().min(1).max(256),
  keepName: z.boolean(),
})

/** What stands where there was a name. */
export const noName = '—'
