/** Puts what came of a workshop onto a board. */
import type { JSONContent } from '@tiptap/core'
import type * as Y from 'yjs'
import { entryOf, longest } from '../boards/board-shape'
import { addCard, cardDescription } from '../boards/card-edits'
import { addAssignee } from '../boards/fact-edits'
import { putBody } from '../docs/new-doc'

/** `id` is that of the note, group or result it comes of, so that it is there once however often it is sent. */
export type SentCardWish = {
  id: string
  title: string
  due: string | null
  assignee: string | null
  body: JSONContent
}

/** At the end of the column, in their order. Answers false where the column is not on the board. */
export function putSentCards(
  doc: Y.Doc,
  cards: readonly SentCardWish[],
  to: { column: string; createdBy: string },
): boolean {
  return cards.every(({ id, title, due, assignee, body }) => {
    if (entryOf(doc, 'cards', id)) return true
    if (addCard(doc, { id, title, ...to, ...(due !== null && { due }) }) === null) return false
    if (assignee !== null) addAssignee(doc, id, assignee)
    const description = cardDescription(doc, id)
    if (description) putBody(description, body)
    return true
  })
}

/** One line, as long as a card's title may be; `rest` is all of it where that is more. */
export function titleFrom(text: string): { title: string; rest: string | null } {
  const line = text.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  if (line.length <= longest.cardTitle) return { title: line, rest: null }
  let title = ''
  for (const letter of letters) {
    if (title.length + letter.length > longest.cardTitle - 1) break
    title += letter
  }
  return { title: `${title}…`, rest: text }
}
