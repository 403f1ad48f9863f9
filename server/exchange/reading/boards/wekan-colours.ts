import { asText } from '@atelier/shared/boards/plain-values'
import type { PersonColour } from '@atelier/shared/people/choices'
import { coverColourOf } from './trello-colours'

/** The nearest of ours, of what Trello does not have. */
const colours = new Map<string, PersonColour>([
  ['peachpuff', 'orange'],
  ['crimson', 'red'],
  ['plum', 'violet'],
  ['darkgreen', 'green'],
  ['slateblue', 'indigo'],
  ['magenta', 'pink'],
  ['gold', 'amber'],
  ['navy', 'indigo'],
  ['gray', 'indigo'],
  ['silver', 'indigo'],
  ['saddlebrown', 'amber'],
  ['paleturquoise', 'teal'],
  ['mistyrose', 'pink'],
  ['indigo', 'indigo'],
])

/** White is no colour. */
export const wekanColourOf = (colour: unknown): PersonColour | null =>
  colours.get(asText(colour)) ?? coverColourOf(colour)
