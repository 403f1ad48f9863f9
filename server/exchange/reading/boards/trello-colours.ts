import { asText } from '@atelier/shared/boards/plain-values'
import type { PersonColour } from '@atelier/shared/people/choices'

/** The nearest of ours. */
const colours = new Map<string, PersonColour>([
  ['green', 'green'],
  ['lime', 'green'],
  ['yellow', 'amber'],
  ['orange', 'orange'],
  ['red', 'red'],
  ['purple', 'violet'],
  ['blue', 'blue'],
  ['sky', 'cyan'],
  ['pink', 'pink'],
  ['black', 'indigo'],
])

export const coverColourOf = (colour: unknown): PersonColour | null =>
  colours.get(asText(colour).replace(/_(dark|light)$/, '')) ?? null

export const labelColourOf = (colour: unknown): PersonColour => coverColourOf(colour) ?? 'blue'
