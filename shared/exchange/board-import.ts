/** Bringing in a board of another program: what was found in a file, and what becomes of it. */
import * as z from 'zod'
import { isUuid } from '../basics/uuid'
import type { RefusalBody } from '../refusals'
import type { Imported } from './exchange'

/** What a board is taken out as. */
export const boardFormats = ['json', 'csv'] as const
export type BoardFormat = (typeof boardFormats)[number]

/** Which program wrote it; `csv` is any table. */
export const boardSources = [
  ...([
    'trello',
    'wekan',
    'focalboard',
    'plane',
    'github',
    'gitlab',
    'jira',
    'linear',
    'asana',
    'csv',
    'atelier',
  ] as const),
] as const
export type BoardSource = (typeof boardSources)[number]

/** What a column of a table may become. */
export const tableFields = [
  'title',
  'column',
  'description',
  'assignees',
  'labels',
  'start',
  'due',
  'estimate',
  'checklist',
  'id',
  'parent',
  'blocks',
  'blockedBy',
  'outcomes',
  'created',
  'archived',
  'comment',
  /** A line at the end of the description. */
  'text',
  'none',
] as const
export type TableField = (typeof tableFields)[number]

export const separators = [',', ';', '\t', '|'] as const
export type Separator = (typeof separators)[number]

/** How days are written with numbers: year, day or month first. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof dateOrders)[number]

export const mostTableColumns = 500
export const mostFoundPeople = 2_000

/** Comments of one board that is brought in. */
export const mostImportedComments = 20_000
/** Of one card: so that there is room for what is said from now on. */
export const mostImportedOfCard = 400

/** What somebody wants to be done with a file; what is left out is guessed. */
export const boardPlan = z.object({
  /** In the order of the table’s columns. */
  fields: z.array(z.enum(tableFields)).max(mostTableColumns).optional(),
  separator: z.enum(separators).optional(),
  dates: z.enum(dateOrders).optional(),
  /** Who of theirs is whom here. */
  people: z
    .array(z.object({ key: z.string().max(500), person: z.string().refine(isUuid).nullable() }))
    .max(mostFoundPeople)
    .optional(),
  /** Where times become days, such as `Europe/Berlin`. */
  zone: z.string().max(60).optional(),
})
export type BoardPlan = z.output<typeof boardPlan>

/** Largest plan, in bytes; it is the first line of what is sent, and the file is all the rest. */
export const planBytes = 512 * 1024

/** `person` is whom we take them for. */
export type FoundPerson = {
  key: string
  name: string
  cards: number
  comments: number
  person: string | null
}

export type FoundTable = {
  separator: Separator
  /** Null where no column has days. */
  dates: DateOrder | null
  columns: { name: string; samples: string[]; field: TableField }[]
}

export type BoardLook = {
  source: BoardSource
  title: string
  columns: string[]
  cards: number
  archived: number
  comments: number
  people: FoundPerson[]
  /** Null for what is no table. */
  table: FoundTable | null
}

/** What a board that was brought in holds. `links` are files that stay where they lie. */
export type BoardFigures = {
  cards: number
  archived: number
  checklists: number
  comments: number
  people: { matched: number; unmatched: number }
  links: number
}

/** Whether whoever asks may take the board away again, as it came. */
export type BoardImportState = { mayUndo: boolean }

/** How far an import is: so many cards of so many. */
export type ImportProgress = { step: 'reading' | 'making' | 'storing'; done: number; of: number }

/** One line of JSON each while a board comes in, where that is asked for; the last one says how it ended. */
export type ImportLine =
  | { progress: ImportProgress }
  | { imported: Imported }
  | { error: RefusalBody }
