/** Taking docs out and bringing them in. Routes: server/exchange/exchange-routes.ts. */
import type { BoardFigures } from './board-import'

export const exportFormats = ['md', 'zip', 'docx', 'html', 'pdf'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Largest file that is brought in, in bytes. */
export const importBytes = 200 * 1024 * 1024

/** Why something of what was sent is not there, or not as it was. */
export const skipReasons = [
  /** The file itself, or with what came before it. */
  'too-large',
  'too-many',
  /** Packed so small that only an attack is. */
  'bomb',
  /** A path that leads out of its folder, or that no system agrees about. */
  'unsafe-name',
  'link',
  'encrypted',
  'damaged',
  'duplicate',
  /** Text in no encoding we read. */
  'encoding',
  'unknown-kind',
  /** A file of a kind the workspace does not take. */
  'not-taken',
  'empty',
  /** Named in a text, and not in what was sent. */
  'missing',
  'too-long',
  'no-such-person',
  'no-such-outcome',
  /** Comments whose words are not there any more are about the whole doc now. */
  'comment-moved',
  /** What was tracked in Word is taken as if it had been accepted. */
  'changes-accepted',
  /** A board as it stood: what it was before stays where it was. */
  'board-past',
  /** Confluence’s markup of before its fourth version. */
  'wiki-markup',
  /** Of boards of other programs: what has no place of its own here is in the card’s description. */
  /** More was said than a card, or a board, holds: the earliest is left out. */
  'comments-left',
  'reactions-left',
  'comments-signed',
  /** Called done elsewhere, in a column of what is not. */
  'done-elsewhere',
  'facts-as-text',
  'people-as-text',
  /** Files that lie elsewhere: nothing is fetched. */
  'files-as-links',
  'bad-date',
  'times-left',
  /** Cards that would be part of themselves. */
  'circle',
  'cut',
  'trello-actions',
  /** What was said about the board as a whole. */
  'board-as-card',
  'lanes-as-labels',
  /** What a board does by itself. */
  'rules-left',
  /** Other ways to show it, with their filters. */
  'views-left',
  /** Of a file with several boards the first comes in. */
  'board-left',
] as const
export type SkipReason = (typeof skipReasons)[number]
/** Of more it is only said how many there are, but the first of each reason are always said. */
export const shownSkips = 200
export const shownOfReason = 8
export type SkipCounts = Partial<Record<SkipReason, number>>
export type Skipped = { name: string; why: SkipReason }

/** What came in, as its own export, a Notion or Confluence folder, or files. */
export type ImportKind = 'atelier' | 'notion' | 'confluence' | 'files' | 'board'

/** `skippedInAll` is the number of all and `skippedFor` that of each reason; `skipped` lists the first. */
export type Imported = {
  kind: ImportKind
  docs: { id: string; title: string }[]
  boards: { id: string; title: string }[]
  files: number
  comments: number
  /** Of a board alone. */
  figures?: BoardFigures
  skipped: Skipped[]
  skippedInAll: number
  skippedFor: SkipCounts
}
