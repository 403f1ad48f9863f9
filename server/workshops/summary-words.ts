/** The words that stand in cards, docs and files beside what was said in a workshop. */
import type { Language } from '@atelier/shared/people/choices'

const words = {
  en: {
    results: 'Results: {title}',
    from: 'From the workshop',
    untitledGroup: 'A group without a title',
    drawn: 'A drawing',
    dots: { one: '{count} vote', other: '{count} votes' },
    people: { one: '{count} person', other: '{count} people' },
    decisions: 'Decisions',
    actions: 'Actions',
    groups: 'Groups',
    others: 'Other notes',
    answers: { 'check-in': 'How everybody arrived', close: 'What it was worth' },
    marks: '{mark} of 5: {count}',
    by: 'by {day}',
    columns: {
      kind: 'Kind',
      words: 'Words',
      group: 'Group',
      topic: 'Topic',
      votes: 'Votes',
      owner: 'Who',
      due: 'Until',
      done: 'Done',
    },
    kinds: {
      group: 'Group',
      note: 'Note',
      decision: 'Decision',
      action: 'Action',
      mark: 'Mark',
      answer: 'Answer',
    },
    done: { yes: 'yes', no: 'no' },
  },
  de: {
    results: 'Ergebnisse: {title}',
    from: 'Aus dem Workshop',
    untitledGroup: 'Eine Gruppe ohne Titel',
    drawn: 'Eine Zeichnung',
    dots: { one: '{count} Stimme', other: '{count} Stimmen' },
    people: { one: '{count} Person', other: '{count} Personen' },
    decisions: 'Entscheidungen',
    actions: 'Aufgaben',
    groups: 'Gruppen',
    others: 'Weitere Zettel',
    answers: { 'check-in': 'Wie alle angekommen sind', close: 'Was es gebracht hat' },
    marks: '{mark} von 5: {count}',
    by: 'bis {day}',
    columns: {
      kind: 'Art',
      words: 'Text',
      group: 'Gruppe',
      topic: 'Thema',
      votes: 'Stimmen',
      owner: 'Wer',
      due: 'Bis',
      done: 'Erledigt',
    },
    kinds: {
      group: 'Gruppe',
      note: 'Zettel',
      decision: 'Entscheidung',
      action: 'Aufgabe',
      mark: 'Wertung',
      answer: 'Antwort',
    },
    done: { yes: 'ja', no: 'nein' },
  },
}
export type SummaryWords = (typeof words)['en']

export const summaryWords = (language: Language): SummaryWords => words[language]

export const counted = ({ one, other }: { one: string; other: string }, count: number): string =>
  (count === 1 ? one : other).replace('{count}', String(count))
