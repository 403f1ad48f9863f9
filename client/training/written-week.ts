/** A week as it is being written: each of its activities is known by an id of its own, and holds its hours as typed. */
import type { Activity, WeekForm } from '@atelier/shared/training/week-form'
import { minutesOf } from './hours-typed'

export type WrittenActivity = Activity & {
  /** In this tab alone. */
  id: number
  /** Null where nothing was typed yet. */
  hours: string | null
  /** The minutes before somebody began to type: they stay, where what is typed cannot be read. */
  before: number
}

export type WrittenWeek = Omit<WeekForm, 'activities'> & { activities: WrittenActivity[] }

let ids = 0

export const written = (row: Activity): WrittenActivity => ({
  ...row,
  ...{ id: ++ids, hours: null, before: row.minutes },
})

export const writtenWeek = (form: WeekForm): WrittenWeek => ({
  ...form,
  activities: form.activities.map((row) => written(row)),
})

/** What the server is sent. */
export const formOf = (week: WrittenWeek): WeekForm => ({
  ...week,
  activities: week.activities.map(({ words, minutes, items }) => ({ words, minutes, items })),
})

/** Hours stand there that are none: what the server has is not what was typed. */
export const hasUnread = ({ activities }: WrittenWeek): boolean =>
  activities.some(({ hours }) => hours !== null && typeof minutesOf(hours) !== 'number')
