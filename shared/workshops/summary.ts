/** All that a workshop came to, as it is read afterwards, taken along and made into a doc. */
import type { Language } from '../people/choices'
import type { NoteColour } from './note-colours'
import type { Result, SentCard } from './result'
import type { LocalWords, Stage, StageKind } from './stage'

export type SummaryNote = {
  id: string
  text: string
  colour: NoteColour
  /** Something is drawn on it, or a picture stuck to it. */
  drawn: boolean
  /** Where its writer put a name to it. */
  author: string | null
  topic: LocalWords | null
  /** Of the last vote that is closed; null where there was none. */
  dots: number | null
  card: SentCard | null
}
/** `dots` are its own and those of its notes. */
export type SummaryGroup = {
  id: string
  title: string
  dots: number | null
  notes: SummaryNote[]
  card: SentCard | null
}

/** What was said in a check-in or at the close: null while it is not shown, or was said by too few. */
export type SummaryAnswers = {
  stageId: string
  kind: StageKind
  title: LocalWords
  marks: number[] | null
  words: string[] | null
}

export type WorkshopSummary = {
  id: string
  title: string
  kit: { key: string; version: number; title: LocalWords }
  language: Language
  project: string | null
  startedAt: string | null
  endedAt: string | null
  /** Who were in it. */
  people: number
  /** How many have voted in the last vote that is closed; null where there was none. */
  voters: number | null
  stages: Pick<Stage, 'id' | 'key' | 'kind' | 'title' | 'minutes'>[]
  /** Most dots first. */
  groups: SummaryGroup[]
  /** In no group. Most dots first. */
  notes: SummaryNote[]
  results: Result[]
  answers: SummaryAnswers[]
}

const mostMark = 5
/** How often each mark from 1 to 5 was given. */
export const countMarks = (marks: readonly number[]): number[] =>
  Array.from({ length: mostMark }, (_, i) => marks.filter((mark) => mark === i + 1).length)

/** To take it along. */
export const summaryFormats = ['pdf', 'docx', 'md', 'csv', 'json'] as const
export type SummaryFormat = (typeof summaryFormats)[number]
