/** A board that was brought in, as it becomes a room: new-imported-board.ts. */
import type { JSONContent } from '@tiptap/core'
import type { Attachment, Cover } from '../boards/card'
import type { LabelColour } from '../boards/label'
import type { UnknownKeys } from '../boards/unknown-keys'

/** Labels, columns and cards in their order. Ids are what a board makes (`newId`), each once. */
export type ImportedBoard = {
  title: string
  labels: readonly { id: string; name: string; colour: LabelColour; unknownKeys?: Unknown }[]
  columns: readonly ImportedColumn[]
  cards: readonly ImportedCard[]
}

/** `removedAt` where it is not on the board any more; its cards were archived with it. */
export type ImportedColumn = {
  id: string
  name: string
  limit: number | null
  done: boolean
  removedAt?: string
  unknownKeys?: Unknown
}

/** What a newer version wrote, to be put back as it was. */
type Unknown = UnknownKeys | undefined

export type ImportedCard = {
  id: string
  title: string
  /** Only that of an archived card or a template need not be on the board. */
  column: string
  labels: readonly string[]
  assignees: readonly string[]
  outcomes: readonly { id: string; name: string }[]
  start: string | null
  due: string | null
  estimate: number | null
  checklists: readonly {
    name: string
    items: readonly { text: string; done: boolean }[]
  }[]
  attachments: readonly Attachment[]
  cover: Cover | null
  /** Ids of cards beside it. */
  blocks: readonly string[]
  partOf: string | null
  duplicates: string | null
  goals: readonly { person: string; text: string; helpers: readonly string[] }[]
  learned: readonly { person: string; text: string }[]
  asked: readonly string[]
  isTemplate: boolean
  createdAt: string | null
  /** Null while the card is on the board. */
  archivedAt: string | null
  /** It went with its column: see `removedAt`. */
  isArchivedWithColumn?: boolean
  /** Tidy; null where there is none. */
  description: JSONContent | null
  unknownKeys?: Unknown
}
