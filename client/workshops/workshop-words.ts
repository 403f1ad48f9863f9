import { roomWords } from '../sync/room-words'

/** What a workshop says as soon as it is there. */
export const workshopWords = [
  'workshops',
  'workshop-wall',
  'workshop-results',
  ...roomWords,
] as const
