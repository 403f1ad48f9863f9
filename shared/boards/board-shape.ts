/**
 * How a board lies in its room's Y.Doc. Keys nobody knows yet are kept: we only ever set or
 * delete single keys, never rewrite a map.
 *
 *   title    Y.Text
 *   columns  Y.Map  column id → Y.Map { name: string, order: string, limit?: number, done?: true,
 *                     removed?: Removed }
 *   cards    Y.Map  card id → Y.Map {
 *                     title: Y.Text, description: Y.XmlFragment, place: Place,
 *                     labels: Y.Map label id → true, archived?: Archived, template?: true,
 *                     movedTo?: the id of the board it is on now, leftAs?: the print of what went,
 *                     cameFrom?: { board, at: ISO time }, the last board it came from,
 *                     start?, due?: 'YYYY-MM-DD', estimate?: number, cover?: Cover,
 *                     partOf?, duplicates?: card id, createdBy?: person id, createdAt?: ISO time,
 *                     'assignee:<person>'?: true, 'outcome:<outcome>'?: true,
 *                     'leftOutcome:<outcome>'?: its name, where it was moved away from its project,
 *                     'blocks:<card>'?: true,
 *                     'file:<file>'?: Attachment,
 *                     'list:<id>'?: Y.Map { name: string, order: string, removed?: Removed },
 *                     'item:<id>'?: Y.Map { text: string, place: { list, order }, done?: true,
 *                       removed?: Removed & { list?, order? } },
 *                     'goal:<person>:<id>'?, 'learned:<person>:<id>'?: Y.Text,
 *                     'helper:<learner>:<person>'?: true, 'asked:<person>'?: ISO time,
 *                     assignee?: person id, from before a card could have several }
 *   labels   Y.Map  label id → Y.Map { name: string, colour: LabelColour, order: string,
 *                     removed?: Removed }
 *
 * Whatever a card can have several of lies under keys of its own in the card's one map: a map inside
 * it that two people make at the same moment would cost one of them everything in theirs.
 *
 * Four rules make simultaneous work safe, whoever is offline for how long:
 * - A card's place is one value, so the last move wins whole.
 * - `archived` holds only for the place it was written at: a card somebody moves at the same
 *   moment stays on the board. Only with `movedTo` it is away wherever it is put: it is on another board.
 * - Removing a column marks it and archives its cards, in one edit. A column is shown while a
 *   card on the board lies in it, whatever happened to the column: so a card that arrives, or
 *   is made, at the same moment brings the column back instead of disappearing with it.
 *   A checklist and its items likewise: an item that leaves a list at the moment it is removed stays.
 * - Nothing is ever deleted outright, not even by undoing its creation: see `bringIn`.
 */
import * as random from 'lib0/random'
import * as Y from 'yjs'
import { gather } from '../basics/gather'

export type Place = { column: string; order: string }
/** `with` is the removal of a column that took the card along. */
export type Archived = { at: string; with?: string } & Place
export type Removed = { at: string; id: string }

export type Entry = Y.Map<unknown>
export type Root = 'columns' | 'cards' | 'labels'

/** The origin of every edit of a board, by which undo knows this person's own. */
export const boardEdit = 'board-edit'

/** The origin of what undo leaves alone: the first half of `bringIn`, and texts that are begun. */
const boardBirth = 'board-birth'

export const boardTitle = (doc: Y.Doc): Y.Text => doc.getText('title')

/** A root map, or null where a hostile or broken document holds something else by that name. */
export function rootOf(doc: Y.Doc, root: Root): Entry | null {
  const found = doc.share.get(root)
  const usable = !found || found instanceof Y.Map || found.constructor === Y.AbstractType
  return usable ? doc.getMap(root) : null
}

export function entryOf(doc: Y.Doc, root: Root, id: string): Entry | null {
  const entry = rootOf(doc, root)?.get(id)
  return entry instanceof Y.Map ? entry : null
}

/** One edit: one update on the wire, one step of undo. */
export const edit = <T>(doc: Y.Doc, change: () => T): T => doc.transact(change, boardEdit)

/** What undo must not take away, for others may have written into it. */
export const birth = <T>(doc: Y.Doc, change: () => T): T => doc.transact(change, boardBirth)

/**
 * Adds an entry as if it had been put away before (a mark, not undoable) and is now taken out
 * (undoable). So undo puts it away again and never deletes what others wrote into it since.
 */
export function bringIn(
  doc: Y.Doc,
  to: { root: Entry; id: string; entry: Entry; mark: 'archived' | 'removed' },
  value: Archived | Removed,
): void {
  birth(doc, () => {
    to.entry.set(to.mark, value)
    to.root.set(to.id, to.entry)
  })
  edit(doc, () => to.entry.delete(to.mark))
}

export type Arrival = {
  root: Entry
  id: string
  entry: Entry
  mark: 'archived' | 'removed'
  value: Archived | Removed
}

/** `bringIn` of many: born in groups, each an update of its own, and taken out in one edit. */
export function bringAllIn(doc: Y.Doc, births: readonly Arrival[][], also?: () => unknown): void {
  for (const group of births)
    doc.transact(() => {
      for (const { root, id, entry, mark, value } of group) {
        entry.set(mark, value)
        root.set(id, entry)
      }
    }, boardBirth)
  edit(doc, () => {
    also?.()
    for (const { entry, mark } of births.flat()) entry.delete(mark)
  })
}

/** 71 random bits; needs no secure context, unlike crypto.randomUUID. */
export function newId(): string {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  return Array.from({ length: 12 }, () => random.oneOf([...letters])).join('')
}

/** In letters. */
export const longest = {
  boardTitle: 200,
  columnName: 80,
  cardTitle: 300,
  labelName: 40,
  checklistName: 80,
  itemText: 500,
  /** Of a learning goal, and of what somebody learned. */
  learning: 2000,
} as const

export const mostPoints = 9_999

/** What a card has several of: by kind, such as `item`, pairs of id and value in the order of the ids. */
export type Parts = ReadonlyMap<string, [id: string, value: unknown][]>

export function partsOf(card: Entry): Parts {
  const parts = new Map<string, [string, unknown][]>()
  // Its iterators cost several times as much, for each of five thousand cards.
  card.forEach((value, key) => {
    const colon = key.indexOf(':')
    if (colon >= 0) gather(parts, key.slice(0, colon), [key.slice(colon + 1), value])
  })
  for (const pairs of parts.values()) pairs.sort(([a], [b]) => (a < b ? -1 : 1))
  return parts
}
