/** A kit: an agenda that is run again and again, in several places, and compared. */
import * as z from 'zod'
import { type LocalWords, localWords, mostStages, type NewStage, newStage } from './stage'

export const kitStages = z
  .array(newStage)
  .min(1)
  .max(mostStages)
  .refine((stages) => new Set(stages.map(({ key }) => key)).size === stages.length)

export const newKit = z.object({
  title: localWords(80),
  purpose: localWords(280),
  stages: kitStages,
})
export type NewKit = z.infer<typeof newKit>

/** One version of a kit. A shipped one has a word as its `key`, an own one an id. A version never changes. */
export type Kit = {
  key: string
  version: number
  title: LocalWords
  purpose: LocalWords
  stages: NewStage[]
}

/** Minutes in all, those of stages without a timebox left out. */
export const minutesOf = ({ stages }: Pick<Kit, 'stages'>): number =>
  stages.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
