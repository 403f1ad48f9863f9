/** What people write about learning on a card: learning.ts. Stale ids answer null or false. */
import * as Y from 'yjs'
import { birth, edit, entryOf, newId, partsOf } from './board-shape'
import { changeCard, changeCards, setOrDelete } from './change-card-edits'

/**
 * Somebody's goal, for fields bound to it: none until it is begun, and more than one only where they
 * began it at two devices that did not hear each other.
 */
export const learningGoalTexts = (doc: Y.Doc, card: string, person: string): readonly Y.Text[] =>
  textsOf(doc, card, 'goal', person)

/** What somebody learned, likewise. */
export const learnedTexts = (doc: Y.Doc, card: string, person: string): readonly Y.Text[] =>
  textsOf(doc, card, 'learned', person)

/** Answers the goal's text, empty if it is new. Undo leaves it there, with all words in it. */
export const beginLearningGoal = (doc: Y.Doc, card: string, person: string): Y.Text | null =>
  begin(doc, card, 'goal', person)

export const beginLearned = (doc: Y.Doc, card: string, person: string): Y.Text | null =>
  begin(doc, card, 'learned', person)

/** Replaces all of it: for imports, templates and rules. */
export function writeLearningGoal(
  doc: Y.Doc,
  card: string,
  person: string,
  words: string,
): boolean {
  beginLearningGoal(doc, card, person)
  return write(learningGoalTexts(doc, card, person), words)
}
export function writeLearned(doc: Y.Doc, card: string, person: string, words: string): boolean {
  beginLearned(doc, card, person)
  return write(learnedTexts(doc, card, person), words)
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

type Kind = 'goal' | 'learned'

function textsOf(doc: Y.Doc, card: string, kind: Kind, person: string): readonly Y.Text[] {
  const entry = entryOf(doc, 'cards', card)
  const pairs = (entry && partsOf(entry).get(kind)) ?? []
  return pairs.flatMap(([key, text]) => {
    const isTheirs = key.split(':')[0] === person
    return isTheirs && text instanceof Y.Text && !(text instanceof Y.XmlText) ? [text] : []
  })
}

function begin(doc: Y.Doc, card: string, kind: Kind, person: string): Y.Text | null {
  const entry = entryOf(doc, 'cards', card)
  if (!entry) return null
  const [known] = textsOf(doc, card, kind, person)
  const key = `${kind}:${person}:${newId()}`
  return known ?? birth(doc, () => entry.set(key, new Y.Text()))
}

function write([text, ...more]: readonly Y.Text[], words: string): boolean {
  if (!text?.doc) return false
  if (more.length === 0 && text.toString() === words) return true
  edit(text.doc, () => {
    for (const one of [text, ...more]) one.delete(0, one.length)
    text.insert(0, words)
  })
  return true
}
