/** The few words that stand in a journal's file beside what people wrote, and how its parts are built. */
import type { JSONContent } from '@tiptap/core'
import { dayIn } from '../people/time-zone'
import type { Rhythm } from './prompt-contract'

export type JournalWords = {
  /** Where a section could not be read. */
  lost: string
  margin: string
  aboutAll: string
  /** With `{words}`. */
  quoted: string
  settled: string
  agreements: string
  /** With `{names}`. */
  with: string
  /** With `{version}`, `{day}` and `{name}`. */
  written: string
  /** With `{names}`. */
  agreedBy: string
  agreement: { goals: string; rhythm: string; confidentiality: string; endsOn: string }
  lookBacks: string
  prompts: string
  rhythms: Record<Rhythm, string>
  /** With `{rhythm}` and `{day}`. */
  asked: string
}

/** In what a journal is said: in whose words, with which names, by which clock. */
export type Telling = {
  words: JournalWords
  /** Where it is not known, UTC, which is said then. */
  timeZone: string | null
  nameOf: (personId: string) => string
  /** Of a shipped set of prompts, in that language. */
  shippedTitle: (set: string) => string | null
}

/** `YYYY-MM-DD hh:mm`, as the days above it are. */
export function minuteIn(timeZone: string | null, iso: string): string {
  const at = new Date(iso)
  const time = new Intl.DateTimeFormat('en-GB', {
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: timeZone ?? 'UTC' },
  }).format(at)
  return `${dayIn(timeZone ?? 'UTC', at)} ${time}${timeZone === null ? ' UTC' : ''}`
}

export const filled = (sentence: string, holes: Readonly<Record<string, string | number>>) =>
  sentence.replace(/\{(\w+)\}/g, (hole, name) => String(holes[name] ?? hole))

export const heading = (level: number, text: string): JSONContent => ({
  ...{ type: 'heading', attrs: { level }, content: textOf(text) },
})

export const paragraph = (...content: JSONContent[]): JSONContent => ({
  type: 'paragraph',
  content,
})

export const list = (items: JSONContent[][]): JSONContent => ({
  type: 'bulletList',
  content: items.map((content) => ({ type: 'listItem', content })),
})

/** What somebody wrote in lines stays in lines. */
export const textOf = (text: string, mark?: 'bold' | 'italic'): JSONContent[] => {
  const marks = mark ? { marks: [{ type: mark }] } : {}
  return text
    .split('\n')
    .flatMap((line, nth) => [
      ...(nth > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line, ...marks }]),
    ])
}
