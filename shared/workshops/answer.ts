/** What is said in a check-in or at the close. Nobody learns who said what: also not who runs the workshop. */
import * as z from 'zod'
import { words } from '../basics/words'

/** 1 to 5. */
export const putAnswer = z.object({
  mark: z.int().min(1).max(5).nullable(),
  words: words.trim().max(280),
})
export type Answer = z.infer<typeof putAnswer>

/**
 * `answered` is null while fewer than `thinBelow` have answered. `marks` and `words`, in no order that tells anything,
 * are null until the stage is closed as well; then they never change.
 */
export type AnswerPage = {
  stageId: string
  mine: Answer | null
  answered: number | null
  marks: number[] | null
  words: string[] | null
}
