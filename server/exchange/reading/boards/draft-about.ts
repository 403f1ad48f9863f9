/** What is said about a board as a whole: a board here has no such words, so they are a card, the first one. */
import type { ImportWords } from '../../page-words'
import { type Collected, skip } from '../pack'
import { type Draft, emptyCard } from './draft'

export function aboutBoard(draft: Draft, text: string, words: ImportWords, into: Collected): Draft {
  const [first] = draft.columns.filter(({ isRemoved }) => !isRemoved)
  if (text.trim() === '' || !first) return draft
  skip(into, draft.title, 'board-as-card')
  const card = { ...emptyCard('about the board', first.key), title: words.about, text }
  return { ...draft, cards: [card, ...draft.cards] }
}
