/** Palette names of notes, turned into colours by the theme. */
export const noteColours = [
  'yellow',
  'orange',
  'pink',
  'violet',
  'blue',
  'teal',
  'green',
  'grey',
] as const
export type NoteColour = (typeof noteColours)[number]
