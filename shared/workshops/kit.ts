/** A kit: an agenda that is run again and again, in several places, and compared. */
import * as z from 'zod'
import { id } from '../people/person'
import { type LocalWords, localWords, mostStages, type NewStage, newStage } from './stage'

const kitStages = z
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

/** A workspace's own. `id` is chosen by whoever writes it, so that what is sent twice is one. */
export const newOwnKit = newKit.extend({ id })
export type NewOwnKit = z.infer<typeof newOwnKit>
/** The next version; `basedOn` is the one they were looking at, so that nobody writes over what they have not seen. */
export const newKitVersion = newKit.extend({ basedOn: z.int().min(1) })
export type NewKitVersion = z.infer<typeof newKitVersion>

export const mostKits = 100

/** One version of a kit. A shipped one has a word as its `key`, an own one an id. A version never changes. */
export type Kit = {
  key: string
  version: number
  title: LocalWords
  purpose: LocalWords
  stages: NewStage[]
}

/**
 * `own` of the workspace's own: who wrote this version and when, and whether nobody is offered it any more. `by` is null
 * for partners, who know the names of those they work with.
 */
export type OfferedKit = Kit & { own: { by: string | null; at: string; retired: boolean } | null }

/** Minutes in all, those of stages without a timebox left out. */
export const minutesOf = ({ stages }: Pick<Kit, 'stages'>): number =>
  stages.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
