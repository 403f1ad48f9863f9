import { type PersonColour, personColours } from '../people/choices'

export const labelColours = personColours
export type LabelColour = PersonColour

export type Label = { id: string; name: string; colour: LabelColour; order: string }
