/** What an apprentice writes down of a week, or adds to one that is signed. */
import * as z from 'zod'
import { words } from '../basics/words'
import { itemCode } from './plan'

export const absences = ['none', 'holiday', 'sick', 'school-block', 'other'] as const
export type Absence = (typeof absences)[number]

export const longestWeekText = 10_000
export const longestActivity = 1000
export const mostActivities = 40
const minutesInAWeek = 7 * 24 * 60

const activity = z.strictObject({
  words: words.max(longestActivity),
  minutes: z.int().min(0).max(minutesInAWeek),
  /** Codes of the plan. */
  items: z.array(itemCode).max(20),
})

export type Activity = z.output<typeof activity>

export const weekForm = z.strictObject({
  absence: z.enum(absences),
  text: words.max(longestWeekText),
  activities: z.array(activity).max(mostActivities),
})
export type WeekForm = z.output<typeof weekForm>

/** `basedOn` is the version that was changed, 0 for none: refused with `conflict` where there is a newer one. */
export const saveDraft = z.strictObject({ basedOn: z.int().min(0), form: weekForm })

export const emptyWeek: WeekForm = { absence: 'none', text: '', activities: [] }

/** Rows in which nothing was written yet are none. */
export const withoutEmptyRows = (form: WeekForm): WeekForm => ({
  ...form,
  activities: form.activities.filter(
    ({ words: said, minutes, items }) => said.trim() !== '' || minutes > 0 || items.length > 0,
  ),
})

export function isEmptyWeek(form: WeekForm): boolean {
  const { absence, text, activities } = withoutEmptyRows(form)
  return absence === 'none' && text.trim() === '' && activities.length === 0
}
