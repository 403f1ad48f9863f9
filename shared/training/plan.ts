/**
 * What is to be learned in an occupation, item by item. Each change is a version, which stays as it is; a training
 * record is kept after one of them. Everybody in the workspace reads it. Routes: server/training.
 */
import * as z from 'zod'
import { words } from '../basics/words'
import { id } from '../people/person'

const longestPlanTitle = 160
export const mostPlanItems = 400
export const longestItemCode = 20
export const longestItemTitle = 400

export const guideUnits = ['hours', 'weeks'] as const
export type GuideUnit = (typeof guideUnits)[number]

export const itemCode = words.trim().min(1).max(longestItemCode)
const planItemShape = z.strictObject({
  code: itemCode,
  title: words.trim().min(1).max(longestItemTitle),
  /** How much of it there should be; null where nobody says. */
  guide: z.int().min(1).max(10_000).nullable(),
  unit: z.enum(guideUnits),
  /** In which year of the training; null for any. */
  year: z.int().min(1).max(6).nullable(),
})
export type PlanItem = z.output<typeof planItemShape>

const contents = {
  title: words.trim().min(1).max(longestPlanTitle),
  occupation: words.trim().max(longestPlanTitle),
  items: z
    .array(planItemShape)
    .min(1)
    .max(mostPlanItems)
    .refine((items) => new Set(items.map(({ code }) => code)).size === items.length, 'twice'),
}

/** Its id is chosen by whoever makes it, so that asking again makes it once. */
export const newPlan = z.strictObject({ id, ...contents })
export type NewPlan = z.output<typeof newPlan>

/** Refused with `conflict` where somebody has written a version meanwhile. */
export const newPlanVersion = z.strictObject({ basedOn: z.int().min(1), ...contents })
export type NewPlanVersion = z.output<typeof newPlanVersion>

export type PlanVersion = {
  version: number
  title: string
  occupation: string
  items: readonly PlanItem[]
  writtenBy: string
  writtenAt: string
}

/** As it is listed: its newest version. */
export type PlanRow = {
  id: string
  version: number
  title: string
  occupation: string
  items: number
  isMine: boolean
}

/** The newest version first. */
export type PlanPage = { id: string; makerId: string; mayChange: boolean; versions: PlanVersion[] }
