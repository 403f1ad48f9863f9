import type * as Y from 'yjs'
import { changeCards, setOrDelete } from './change-card-edits'
import { isDate } from './due'
import { movedDays } from './span'

/** The start and due days of all of them along by so many days, in one edit; false if there is none. */
export const shiftDays = (doc: Y.Doc, ids: readonly string[], by: number): boolean =>
  changeCards(doc, ids, (card) => {
    const dayIn = (key: string) => {
      const day = card.get(key)
      return isDate(day) ? day : null
    }
    const now = { start: dayIn('start'), due: dayIn('due') }
    const moved = movedDays(now, by)
    // What is no day is left as it lies there.
    if (now.start) setOrDelete(card, 'start', moved.start)
    if (now.due) setOrDelete(card, 'due', moved.due)
  }) > 0
