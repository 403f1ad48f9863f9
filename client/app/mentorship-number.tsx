/** How many wait for a yes, beside the link: a chunk of its own, after all that is shown first. */
import { quietPart } from '../offline/quiet-part'

export const AsksNumber = quietPart(
  async () => (await import('../mentorships/asks-number')).AsksNumber,
)
