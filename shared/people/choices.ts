/** What people choose from. Without the contracts, so that a first screen need not load those. */

/** Palette names, turned into colours by the theme: never a colour value from a person. */
export const personColours = [
  'red',
  'orange',
  'amber',
  'green',
  'teal',
  'cyan',
  'blue',
  'indigo',
  'violet',
  'pink',
] as const
export type PersonColour = (typeof personColours)[number]

export const languages = ['en', 'de'] as const
export type Language = (typeof languages)[number]

export const organisationKinds = [
  'company',
  'training-provider',
  'university',
  'social-partner',
  'public-authority',
] as const
