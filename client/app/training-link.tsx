/** The way to training records, for who is in one: a chunk of its own, after all that is shown first. */
import { quietPart } from '../offline/quiet-part'

export const TrainingLink = quietPart(
  async () => (await import('./training-side-link')).TrainingSideLink,
)
