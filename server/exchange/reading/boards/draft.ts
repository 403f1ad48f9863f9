/** A board of another program, read but not yet one of ours: its parts by the keys they have there. */
import type { LabelColour } from '@atelier/shared/boards/label'
import type { BoardSource } from '@atelier/shared/exchange/board-import'
import type { PersonColour } from '@atelier/shared/people/choices'

/** `knownAs`: user names and addresses. */
export type DraftPerson = { key: string; name: string; knownAs: readonly string[] }

export type DraftColumn = {
  key: string
  name: string
  limit: number | null
  /** Not on their board any more, with all its cards. */
  isRemoved: boolean
}

export type DraftComment = { author: string; name: string; at: string; text: string }

/** A file that came with its bytes. */
export type DraftFile = { key: string; name: string; mime: string; bytes: Uint8Array }

export type DraftCard = {
  key: string
  /** By which others may mean it, too. */
  otherKeys: string[]
  title: string
  column: string
  labels: string[]
  people: string[]
  start: string | null
  due: string | null
  estimate: number | null
  checklists: { name: string; items: { text: string; done: boolean }[] }[]
  cover: PersonColour | null
  files: DraftFile[]
  /** The key of one of them. */
  coverFile: string | null
  /** Markdown, unless the draft says that it is none. */
  text: string
  /** `size` in bytes, of what was uploaded there. */
  links: { name: string; url: string; size: number | null }[]
  /** `author` is a key of theirs, `name` what they are called. In no order. */
  comments: DraftComment[]
  /** What has no place of its own here. */
  facts: { name: string; value: string }[]
  createdAt: string | null
  archivedAt: string | null
  /** Called done by whoever worked there, wherever it lies. */
  isDone: boolean
  isTemplate: boolean
  parent: string | null
  blocks: string[]
  /** By name. */
  outcomes: string[]
}

export type Draft = {
  source: BoardSource
  title: string
  isPlainText: boolean
  labels: { key: string; name: string; colour: LabelColour }[]
  columns: DraftColumn[]
  people: DraftPerson[]
  cards: DraftCard[]
}

export const emptyCard = (key: string, column: string): DraftCard => ({
  ...{
    key,
    column,
    otherKeys: [],
    title: '',
    labels: [],
    people: [],
    start: null,
    due: null,
    estimate: null,
  },
  ...{
    checklists: [],
    cover: null,
    files: [],
    coverFile: null,
    text: '',
    links: [],
    comments: [],
    facts: [],
  },
  ...{
    createdAt: null,
    archivedAt: null,
    isDone: false,
    isTemplate: false,
    parent: null,
    blocks: [],
    outcomes: [],
  },
})
