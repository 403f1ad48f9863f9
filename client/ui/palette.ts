import { personColours } from '@atelier/shared/people/choices'

/** The ten colours of people and labels, by name; tokens.css has a light and a dark pair for each. */
export const paletteNames = personColours
export type PaletteName = (typeof paletteNames)[number]

/** Anything unknown is drawn as teal: a name may come from elsewhere, a CSS value never does. */
const known = (name: string): PaletteName => paletteNames.find((one) => one === name) ?? 'teal'

/** Letters, carets, dots. */
export const personColour = (name: string) => `var(--person-${known(name)})`
/** The ground the letters stand on. */
export const personTint = (name: string) => `var(--person-${known(name)}-tint)`
