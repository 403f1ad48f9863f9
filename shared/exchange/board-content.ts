/**
 * A board in a project’s zip, as `boards/<title>.json`: columns, cards and labels in their order.
 * Read part by part: what somebody spoiled in one card costs nobody the others.
 */
import * as z from 'zod'
import { isUuid } from '../basics/uuid'
import { mostInColumn } from '../boards/board'
import { newId } from '../boards/board-shape'
import { labelColours } from '../boards/label'
import { type CardContent, line, part, type ShownCard, unknownOf } from './card-content'

export const mostBoards = 500
export const mostIn = { columns: 500, labels: 2_000, cards: 10_000 } as const
/** Nodes of all descriptions of a board, and entries of its cards and lists, that are brought in: each costs memory wherever the board is open. */
export const mostParts = 300_000
/** On all boards of a project together. */
export const mostCards = 50_000
/** Of the JSON of all boards of a project together. */
export const mostBoardBytes = 128 * 1024 * 1024

/** `path` is where people read it, `content` where we do. */
export const boardEntry = z.object({
  id: z.string().refine(isUuid),
  title: line,
  path: z.string().max(2000),
  content: z.string().max(2000),
})
export type BoardEntry = z.output<typeof boardEntry>

/** `archive`: cards that are not on the board any more; `templates`: those that others are made from. */
export const boardContent = z.object({
  title: line,
  labels: z.array(z.unknown()).default([]),
  columns: z.array(z.unknown()).default([]),
  archive: z.array(z.unknown()).default([]),
  templates: z.array(z.unknown()).catch([]).default([]),
})

export const labelContent = z.object({
  id: part,
  name: line.refine((name) => name.trim() !== ''),
  colour: z.enum(labelColours).catch('blue'),
  unknownKeys: unknownOf('labels'),
})
type LabelContent = z.output<typeof labelContent>

/** What is spoiled in a column costs none of its cards. */
export const columnContent = z.object({
  id: part.catch(newId),
  name: line.catch(''),
  limit: z.number().min(0).max(mostInColumn).nullable().catch(null),
  done: z.boolean().catch(false),
  cards: z.array(z.unknown()).catch([]),
  unknownKeys: unknownOf('columns'),
})

/** What we write: all of it as it is read; what nobody knows lies under `unknownKeys`. */
export type BoardContent = {
  title: string
  labels: LabelContent[]
  columns: (Omit<z.output<typeof columnContent>, 'cards'> & { cards: ShownCard[] })[]
  archive: CardContent[]
  templates: CardContent[]
}
