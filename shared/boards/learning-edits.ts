/** What people write about learning on a card: learning.ts. Stale ids answer null or false. */
import * as Y from 'yjs'
import { edit, entryOf } from './board-shape'
import { changeCard, changeCards, setOrDelete } from './change-card-edits'

/** Somebody's goal, for a field bound to it; null until it is begun. */
export const learningGoalText = (doc: Y.Doc, card: string, person: string): Y.Text | null =>
  textAt(doc, card, `goal:${person}`)

/** What somebody learned, for a field bound to it; null until it is begun. */
export const learnedText = (doc: Y.Doc, card: string, person: string): Y.Text | null =>
  textAt(doc, card, `learned:${person}`)

/** Answers the goal's text, empty if it is new. */
export const beginLearningGoal = (doc: Y.Doc, card: string, person: string): Y.Text | null =>
  begin(doc, card, `goal:${person}`)

export const beginLearned = (doc: Y.Doc, card: string, person: string): Y.Text | null =>
  begin(doc, card, `learned:${person}`)

/** Replaces all of it: for imports, templates and rules. */
export function writeLearningGoal(
  doc: Y.Doc,
  card: string,
  person: string,
  words: string,
): boolean {
  return write(beginLearningGoal(doc, card, person), words)
}
export function writeLearned(doc: Y.Doc, card: string, person: string, words: string): boolean {
  return write(beginLearned(doc, card, person), words)
}

export const addHelper = (doc: Y.Doc, card: string, learner: string, helper: string): boolean =>
  changeCard(doc, card, (entry) => setOrDelete(entry, `helper:${learner}:${helper}`, true))

export const removeHelper = (doc: Y.Doc, card: string, learner: string, helper: string): boolean =>
  changeCard(doc, card, (entry) => setOrDelete(entry, `helper:${learner}:${helper}`, null))

/** Asks these people what they learned; who is asked already is not asked again. */
export const askWhatWasLearned = (
  doc: Y.Doc,
  cards: readonly string[],
  people: readonly string[],
  at = new Date().toISOString(),
): boolean =>
  changeCards(doc, cards, (entry) => {
    for (const person of people) if (!entry.has(`asked:${person}`)) entry.set(`asked:${person}`, at)
  }) > 0

/** Nobody has to answer. */
export const stopAsking = (doc: Y.Doc, card: string, person: string): boolean =>
  changeCard(doc, card, (entry) => setOrDelete(entry, `asked:${person}`, null))

function textAt(doc: Y.Doc, card: string, key: string): Y.Text | null {
  const text = entryOf(doc, 'cards', card)?.get(key)
  return text instanceof Y.Text && !(text instanceof Y.XmlText) ? text : null
}

function begin(doc: Y.Doc, card: string, key: string): Y.Text | null {
  const entry = entryOf(doc, 'cards', card)
  if (!entry) return null
  return textAt(doc, card, key) ?? edit(doc, () => entry.set(key, new Y.Text()))
}

function write(text: Y.Text | null, words: string): boolean {
  if (!text?.doc) return false
  if (text.toString() === words) return true
  edit(text.doc, () => {
    text.delete(0, text.length)
    text.insert(0, words)
  })
  return true
}
