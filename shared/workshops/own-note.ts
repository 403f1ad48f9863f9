/** What somebody says of a note that they wrote unseen. */
import * as z from 'zod'

/** Whether their name stands on it. */
export const nameNote = z.object({ named: z.boolean() })
