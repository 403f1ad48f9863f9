/** What is on cards: people, labels, outcomes, days, estimates, covers. Each takes one card or many, as one edit. Stale ids change nothing and answer false. */
import * as Y from 'yjs'
import { refuse } from '../refusals'
import { type Entry, entryOf, mostPoints } from './board-shape'
import type { Attachment, Cover } from './card'
import { changeCard, changeCards, setOrDelete } from './change-card-edits'
import { isDate } from './due'
import { sameFields } from './sharing'

type Ids = string | readonly string[]

const change = (doc: Y.Doc, ids: Ids, write: (card: Entry) => unknown): boolean =>
  changeCards(doc, typeof ids === 'string' ? [ids] : ids, write) > 0

export const addAssignee = (doc: Y.Doc, ids: Ids, person: string): boolean =>
  change(doc, ids, (card) => setOrDelete(card, `assignee:${person}`, true))

export const removeAssignee = (doc: Y.Doc, ids: Ids, person: string): boolean =>
  change(doc, ids, (card) => {
    setOrDelete(card, `assignee:${person}`, null)
    if (card.get('assignee') === person) card.delete('assignee')
  })

/** Says that the card contributes to an outcome of the project; whether there is one is not asked. */
export const addOutcome = (doc: Y.Doc, ids: Ids, outcome: string): boolean =>
  change(doc, ids, (card) => setOrDelete(card, `outcome:${outcome}`, true))

export const removeOutcome = (doc: Y.Doc, ids: Ids, outcome: string): boolean =>
  change(doc, ids, (card) => setOrDelete(card, `outcome:${outcome}`, null))

/** `start` and `due` are days as `YYYY-MM-DD`, or null for none. */
export const setStart = (doc: Y.Doc, ids: Ids, start: string | null): boolean =>
  change(doc, ids, (card) => setOrDelete(card, 'start', day(start)))

export const setDue = (doc: Y.Doc, ids: Ids, due: string | null): boolean =>
  change(doc, ids, (card) => setOrDelete(card, 'due', day(due)))

/** Both at once, as dragging a card along a timeline does. */
export const setDays = (
  doc: Y.Doc,
  ids: Ids,
  { start, due }: { start: string | null; due: string | null },
): boolean =>
  change(doc, ids, (card) => {
    setOrDelete(card, 'start', day(start))
    setOrDelete(card, 'due', day(due))
  })

/** In points, 0 to 9,999, or null for none. */
export function setEstimate(doc: Y.Doc, ids: Ids, points: number | null): boolean {
  if (points !== null && !(points >= 0 && points <= mostPoints)) refuse('invalid')
  return change(doc, ids, (card) => setOrDelete(card, 'estimate', points))
}

/** Puts a label of the board on the card. */
export const addLabel = (doc: Y.Doc, ids: Ids, labelId: string): boolean =>
  entryOf(doc, 'labels', labelId) !== null &&
  change(doc, ids, (card) => {
    const labels = labelsOf(card)
    if (labels.get(labelId) !== true) labels.set(labelId, true)
  })

export const removeLabel = (doc: Y.Doc, ids: Ids, labelId: string): boolean =>
  change(doc, ids, (card) => {
    const labels = labelsOf(card)
    if (labels.has(labelId)) labels.delete(labelId)
  })

/** A cover's file should be one of the card's; nothing is shown where it is not. */
export const setCover = (doc: Y.Doc, id: string, cover: Cover | null): boolean =>
  changeCard(doc, id, (card) => {
    const now = card.get('cover')
    const isSame = typeof now === 'object' && now !== null && cover && sameFields(now, cover)
    if (!isSame) setOrDelete(card, 'cover', cover)
  })

/** The file itself is in the board's room already. */
export const attachFile = (doc: Y.Doc, id: string, { id: file, ...facts }: Attachment): boolean =>
  changeCard(doc, id, (card) => card.set(`file:${file}`, facts))

/** Its cover goes with it. */
export const detachFile = (doc: Y.Doc, id: string, file: string): boolean =>
  changeCard(doc, id, (card) => {
    setOrDelete(card, `file:${file}`, null)
    const cover = card.get('cover')
    if (typeof cover === 'object' && (cover as { file?: unknown } | null)?.file === file)
      card.delete('cover')
  })

const day = (value: string | null): string | null =>
  value === null || isDate(value) ? value : refuse('invalid')

function labelsOf(card: Entry): Y.Map<unknown> {
  const labels = card.get('labels')
  return labels instanceof Y.Map ? labels : (card.set('labels', new Y.Map()) as Y.Map<unknown>)
}
