/** How each week of a record stands, and where there are gaps. */
import type { TrainingRole } from '../access/roles'
import { lastDayOf, weeksBetween } from './iso-week'
import type { Absence } from './week-form'

/** `half-signed`: by one of the two. `ahead` and `now` are weeks of which nothing was submitted yet. */
export const weekStates = [
  ...(['ahead', 'now', 'gap', 'away', 'returned', 'submitted', 'half-signed', 'signed'] as const),
] as const
export type WeekState = (typeof weekStates)[number]

/** What is known of a week. `parts`: what is submitted, by who has signed it, the week itself first. */
export type WeekFacts = {
  week: string
  absence: Absence | 'some'
  /** Whether the last thing that happened to it is that it was sent back. */
  isReturned: boolean
  /** Whether somebody who has yet to sign it asks for an addendum, and none was submitted since. */
  lacksAddendum: boolean
  parts: readonly { signedBy: readonly TrainingRole[] }[]
}

export type WeekGlance = {
  week: string
  state: WeekState
  addenda: number
  /** That the asking person is to sign it, or, of the apprentice, to write it anew or add to it. */
  waitsForMe: boolean
}

const signers = ['trainer', 'school'] as const

export function glanceOf(
  { week, absence, isReturned, lacksAddendum, parts }: WeekFacts,
  today: string,
  role: TrainingRole,
): WeekGlance {
  const [first, ...addenda] = parts
  const waitsForMe =
    role === 'apprentice'
      ? isReturned || lacksAddendum
      : parts.some(({ signedBy }) => !signedBy.includes(role))
  const state = first
    ? stateOf(first.signedBy)
    : isReturned
      ? 'returned'
      : absence !== 'none'
        ? 'away'
        : timeOf(week, today)
  return { week, state, addenda: addenda.length, waitsForMe }
}

function stateOf(signedBy: readonly TrainingRole[]): WeekState {
  const signed = signers.filter((role) => signedBy.includes(role)).length
  return signed === 0 ? 'submitted' : signed === signers.length ? 'signed' : 'half-signed'
}

function timeOf(week: string, today: string): WeekState {
  const [first = week] = weeksBetween(today, today)
  if (week === first) return 'now'
  return lastDayOf(week) < today ? 'gap' : 'ahead'
}

/** Every week from the first day to the last one, also those of which nothing is known. */
export function glancesOf(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  known: ReadonlyMap<string, WeekFacts>,
  today: string,
  role: TrainingRole,
): WeekGlance[] {
  return weeksBetween(startsOn, endsOn).map((week) =>
    glanceOf(known.get(week) ?? { week, ...nothingKnown }, today, role),
  )
}

export const nothingKnown = {
  absence: 'none',
  isReturned: false,
  lacksAddendum: false,
  parts: [],
} as const

/** A week that was sent back is none, nor is one of which a draft alone is written. */
export const gapsIn = (glances: readonly WeekGlance[]): number =>
  glances.filter(({ state }) => state === 'gap').length
