/** What is asked of the thread that converts, and what it answers. All of it can be sent to a thread. */
import type { BoardContent } from '@atelier/shared/exchange/board-content'
import type {
  BoardFigures,
  BoardFormat,
  BoardLook,
  BoardPlan,
} from '@atelier/shared/exchange/board-import'
import type {
  ExportFormat,
  ImportKind,
  SkipCounts,
  Skipped,
} from '@atelier/shared/exchange/exchange'
import type { ImportedBoard } from '@atelier/shared/exchange/imported-board'
import type { DocContent, OutcomeEntry } from '@atelier/shared/exchange/manifest'
import type { Language } from '@atelier/shared/people/choices'
import type { JSONContent } from '@tiptap/core'
import type { CardRow } from '../boards/card-rows'
import type { ImportedComment } from '../comments/imported-comment-queries'
import type { Member } from './match-people'
import type { ImportWords, PageWords } from './page-words'
import type { WriteTrainingJob } from './pdf/training-pdf'
import type { PlacedThread } from './place-threads'
import type { PublicText } from './public-text'

export type CarriedFile = {
  id: string
  name: string
  mime: string
  bytes: Uint8Array
  isPicture: boolean
}

/** A doc to be written down, with all that is in it. `body` is tidy. */
export type WriteJob = {
  kind: 'write'
  format: ExportFormat
  title: string
  body: JSONContent
  facts: Record<string, string>
  /** What is said about it, where the format has a place for that. */
  threads?: DocContent['threads']
  files: CarriedFile[]
  people: Record<string, string>
  /** What is on the pages beside the text, in the reader's language. */
  words: Pick<PageWords, 'page' | 'untitled' | 'noFont'>
  language: string
  /** Before addresses of ours. */
  origin: string
  /** Where files (by id) and docs (by their address) lie from this one, in a zip of many. */
  paths?: Record<string, string>
}

/** What somebody sent, of which nothing is known but what they call it. */
export type ReadJob = { kind: 'read'; name: string; bytes: Uint8Array; untitled: string }

/** `parent` is the id of another one. Ids are new; files are used under theirs in `body`. */
export type FoundDoc = {
  id: string
  parent: string | null
  title: string
  body: JSONContent
  template?: boolean
  restricted?: boolean
  comments?: FoundThread[]
}
/** Ids are new; files are used under theirs in descriptions. */
export type FoundBoard = ImportedBoard & {
  id: string
  /** Whether something that it was before stays where it was. */
  hasPast?: boolean
  comments?: FoundCardComment[]
  /** Of what came from elsewhere. */
  figures?: BoardFigures
}
/** `author` is somebody’s id here, or else nobody’s; of one card oldest first. */
export type FoundCardComment = ImportedComment
/** `docId` may be a board’s. */
export type FoundFile = { id: string; docId: string; name: string; bytes: Uint8Array }
export type FoundComment = { author: string; text: string; at: string }
export type FoundThread = {
  quote: string
  before: string
  after: string
  isAnchored: boolean
  resolved: boolean
  comments: FoundComment[]
}

export type Found = {
  kind: ImportKind
  docs: FoundDoc[]
  /** By the ids they had, as cards name them. */
  outcomes?: OutcomeEntry[]
  boards?: FoundBoard[]
  files: FoundFile[]
  skipped: Skipped[]
  /** How many more were left out than `skipped` says. */
  skippedBeyond?: SkipCounts
}

/** The update that makes a doc, and where in it its comments stand: of a long one it takes seconds. */
export type MakeJob = {
  kind: 'make'
  title: string
  body: JSONContent
  threads: readonly FoundThread[]
  /** What whoever brings it is called. */
  me: string
}
/** `moved` is how many comments are about the whole doc now, because their words are not found. */
export type Made = { update: Uint8Array; threads: PlacedThread[]; moved: number }

/** The update that makes a board that was brought in, and what is kept of its cards beside it. */
export type MakeBoardJob = { kind: 'make-board'; board: ImportedBoard; createdBy: string }
export type MadeBoard = { update: Uint8Array; cards: CardRow[] }

/** All of a board that goes into a zip, as its room says it. */
export type OpenBoardJob = { kind: 'open-board'; update: Uint8Array }

export type NamedOutcome = { id: string; name: string }

/** What somebody sent as a board, of another program or of ours. */
export type BoardJob = {
  kind: 'look-board' | 'read-board'
  name: string
  bytes: Uint8Array
  plan: BoardPlan
  members: readonly Member[]
  /** The project’s, in its order. */
  outcomes: readonly NamedOutcome[]
  words: ImportWords
  language: Language
  /** Of a new board, in this language. */
  columns: readonly string[]
}
type LookJob = BoardJob & { kind: 'look-board' }
type ReadBoardJob = BoardJob & { kind: 'read-board' }

/** A board as a file, once all it names have their names. */
export type WriteBoardJob = {
  kind: 'write-board'
  format: BoardFormat
  board: BoardContent
  words: PageWords['table']
}

/** What people without an account read of a doc. */
export type ShowJob = { kind: 'show'; update: Uint8Array; origins: readonly string[] }

export type Job =
  | WriteJob
  | ReadJob
  | MakeJob
  | MakeBoardJob
  | OpenBoardJob
  | LookJob
  | ReadBoardJob
  | WriteBoardJob
  | WriteTrainingJob
  | ShowJob
export type Result<J extends Job> = J extends ReadJob | ReadBoardJob
  ? Found
  : J extends LookJob
    ? BoardLook
    : J extends ShowJob
      ? PublicText
      : J extends MakeJob
        ? Made
        : J extends MakeBoardJob
          ? MadeBoard
          : J extends OpenBoardJob
            ? BoardContent
            : Uint8Array
