import * as Y from 'yjs'
import { orderBetween } from '../basics/order'
import { refuse } from '../refusals'
import { type Board, readBoard } from './board'
import { boardTitle, type Place } from './board-shape'
import { archiveCard, cardDescription, putCard } from './card-edits'
import { addColumn, setColumnDone, setColumnLimit } from './column-edits'
import { addAssignee, addLabel, setDays } from './fact-edits'
import type { LabelColour } from './label'
import { addBoardLabel } from './label-edits'
import { plantWork } from './new-card-work'
import { addBlock, setPartOf } from './relation-edits'
import { type RichNode, toRichNodes, toYjs } from './rich-text'

/** `column` and `labels` go by name. */
export type BoardCardSeed = {
  title: string
  column: string
  assignee?: string
  /** Others it is given to, too. */
  alsoFor?: readonly string[]
  labels?: readonly string[]
  /** Ids of outcomes of the project. */
  outcomes?: readonly string[]
  /** `YYYY-MM-DD` */
  start?: string
  due?: string
  /** In points. */
  estimate?: number
  checklist?: { name: string; items: readonly { text: string; done?: boolean }[] }
  goal?: { person: string; text: string; helpers?: readonly string[] }
  learned?: { person: string; text: string }
  /** Titles of cards further up, which come first; and the one it is a part of. */
  waitsFor?: readonly string[]
  partOf?: string
  /** Plain text with blank lines between paragraphs, or the nodes inside a ProseMirror doc. */
  description?: string | readonly RichNode[]
  createdBy?: string
  archived?: boolean
}

export type BoardSeed = {
  title: string
  columns: readonly string[]
  /** The names of those columns in which cards are finished. */
  done?: readonly string[]
  /** Above how many cards which column warns. */
  limits?: Readonly<Record<string, number>>
  labels?: readonly { name: string; colour: LabelColour }[]
  cards?: readonly BoardCardSeed[]
}

/** A whole new board as one Yjs update, made once, for the transaction that creates its room (S13). */
export function newBoardUpdate(seed: BoardSeed): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    boardTitle(doc).insert(0, seed.title)
    const columns = new Map(seed.columns.map((name) => [name, addColumn(doc, name)]))
    for (const name of seed.done ?? [])
      setColumnDone(doc, columns.get(name) ?? refuse('invalid'), true)
    for (const [name, limit] of Object.entries(seed.limits ?? {}))
      setColumnLimit(doc, columns.get(name) ?? refuse('invalid'), limit)
    const labels = new Map(
      seed.labels?.map(({ name, colour }) => [name, addBoardLabel(doc, name, colour)]),
    )
    const last = new Map<string, string>()
    const made = new Map<string, string>()
    for (const card of seed.cards ?? []) {
      const column = columns.get(card.column) ?? refuse('invalid')
      const order = orderBetween(last.get(column) ?? null, null)
      last.set(column, order)
      const id = plantCard(doc, card, { column, order }, labels)
      for (const title of card.waitsFor ?? [])
        addBlock(doc, made.get(title) ?? refuse('invalid'), id)
      if (card.partOf) setPartOf(doc, id, made.get(card.partOf) ?? refuse('invalid'))
      made.set(card.title, id)
    }
  })
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

function plantCard(
  doc: Y.Doc,
  card: BoardCardSeed,
  place: Place,
  labels: ReadonlyMap<string, string>,
): string {
  const { title, createdBy } = card
  const id = putCard(doc, { title, ...(createdBy ? { createdBy } : {}) }, place)
  if (card.description) cardDescription(doc, id)?.insert(0, toYjs(toRichNodes(card.description)))
  if (card.assignee) addAssignee(doc, id, card.assignee)
  plantWork(doc, id, card)
  if (card.start || card.due) setDays(doc, id, { start: card.start ?? null, due: card.due ?? null })
  for (const name of card.labels ?? []) addLabel(doc, id, labels.get(name) ?? refuse('invalid'))
  if (card.archived) archiveCard(doc, id)
  return id
}

/** A board put together from its log, piece by piece. */
export function boardFromLog(): { doc: Y.Doc; add(update: Uint8Array): void } {
  const doc = new Y.Doc()
  return { doc, add: (update) => Y.applyUpdate(doc, update) }
}

/** The board an update holds. */
export function boardOf(update: Uint8Array): Board {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return readBoard(doc)
}
