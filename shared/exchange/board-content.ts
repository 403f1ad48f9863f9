/**
 * A board in a project’s zip, as `boards/<title>.json`: columns, cards and labels in their order.
 * Read part by part: what somebody spoiled in one card costs nobody the others.
 */
import * as z from 'zod'
import { isUuid } from '../basics/uuid'
import { newId } from '../boards/board-shape'
import { isDate } from '../boards/due'
import { labelColours } from '../boards/label'

export const mostBoards = 500
export const mostIn = { columns: 500, labels: 500, cards: 10_000 } as const
/** On all boards of a project together. */
export const mostCards = 50_000
/** Of the JSON of all boards of a project together. */
export const mostBoardBytes = 128 * 1024 * 1024

/** Of a column, card or label inside its board. */
const part = z.string().min(1).max(200)
export const lineLength = 10_000
const line = z.string().max(lineLength)
const time = z.iso.datetime({ offset: true }).transform(timeOf).catch(null)

/** As a time is written here; null for what is none, or beyond the years of four digits. */
export function timeOf(value: unknown): string | null {
  const time = typeof value === 'string' ? new Date(value) : null
  if (time === null || Number.isNaN(time.getTime())) return null
  const written = time.toISOString()
  return /^\d{4}-/.test(written) ? written : null
}

/** `path` is where people read it, `content` where we do. */
export const boardEntry = z.object({
  id: z.string().refine(isUuid),
  title: line,
  path: z.string().max(2000),
  content: z.string().max(2000),
})
export type BoardEntry = z.output<typeof boardEntry>

/** `archive`: cards that are not on the board any more. */
export const boardContent = z.object({
  title: line,
  labels: z.array(z.unknown()).default([]),
  columns: z.array(z.unknown()).default([]),
  archive: z.array(z.unknown()).default([]),
})

export const labelContent = z.object({
  id: part,
  name: line.refine((name) => name.trim() !== ''),
  colour: z.enum(labelColours).catch('blue'),
})
type LabelContent = z.output<typeof labelContent>

/** What is spoiled in a column costs none of its cards. */
export const columnContent = z.object({
  id: part.catch(newId),
  name: line.catch(''),
  cards: z.array(z.unknown()).catch([]),
})

/**
 * `description` is ProseMirror’s JSON, of which nothing is taken for granted. A day or a time that is
 * none is null: `datesIn`.
 */
export const cardContent = z.object({
  id: part,
  title: line,
  labels: z.array(part).max(1000).default([]),
  assignee: z
    .object({ id: z.string().refine(isUuid), name: z.string().max(500) })
    .nullable()
    .default(null),
  due: z.string().refine(isDate).nullable().catch(null),
  createdAt: time,
  description: z.unknown().optional(),
  /** Only in the archive: where the card was, and until when. */
  column: part.nullable().default(null),
  archivedAt: time,
})
export const datesIn = ['due', 'createdAt', 'archivedAt'] as const
type CardContent = z.output<typeof cardContent>
type ShownCard = Omit<CardContent, 'column' | 'archivedAt'>

/** What we write: all of it as it is read, and nothing unknown. */
export type BoardContent = {
  title: string
  labels: LabelContent[]
  columns: { id: string; name: string; cards: ShownCard[] }[]
  archive: CardContent[]
}
