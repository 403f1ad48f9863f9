/** A file somebody brings as a board, as the thread that converts is asked about it. */
import type { BoardPlan } from '@atelier/shared/exchange/board-import'
import type { BoardJob } from '../exchange/jobs'
import type { Member } from '../exchange/match-people'
import { pageWords } from '../exchange/page-words'

type Wish = {
  file: string | Uint8Array
  name?: string
  plan?: BoardPlan
  members?: readonly Member[]
  outcomes?: BoardJob['outcomes']
  language?: 'en' | 'de'
}

export const boardJob = (wish: Wish): Omit<BoardJob, 'kind'> => {
  const { file, name = 'board.csv', plan = {}, members = [], outcomes = [], language = 'en' } = wish
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const words = pageWords(language).imported
  return {
    bytes,
    name,
    plan,
    members,
    outcomes,
    words,
    language,
    columns: ['To do', 'Doing', 'Done'],
  }
}
