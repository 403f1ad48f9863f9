/** The few words that stand in files beside what people wrote. */
import type { Language } from '@atelier/shared/people/choices'

const words = {
  en: {
    page: 'Page {page} of {pages}',
    untitled: 'Untitled doc',
    noFont:
      'Some letters cannot be printed here and are boxes: no font for them is installed. The web page and the Word document have them.',
    missing: 'These could not be found or read where they were stored, and are not in here:',
    board: {
      untitled: 'Untitled board',
      untitledCard: 'Untitled card',
      untitledColumn: 'Untitled column',
      assignee: 'For',
      start: 'From',
      due: 'Due',
      estimate: 'Points:',
      labels: 'Labels:',
      archive: 'Archive',
      templates: 'Templates',
      checklist: 'Checklist',
      blocks: 'Blocks:',
      partOf: 'Part of:',
      duplicates: 'Same as:',
      wantsToLearn: 'Wants to learn:',
      helpers: 'Can help:',
      learned: 'Learned:',
    },
  },
  de: {
    page: 'Seite {page} von {pages}',
    untitled: 'Doc ohne Titel',
    noFont:
      'Einige Buchstaben lassen sich hier nicht drucken und sind Kästchen: Es ist keine Schrift für sie installiert. Die Webseite und das Word-Dokument enthalten sie.',
    missing:
      'Das war dort, wo es gespeichert war, nicht zu finden oder nicht zu lesen und ist nicht dabei:',
    board: {
      untitled: 'Board ohne Titel',
      untitledCard: 'Karte ohne Titel',
      untitledColumn: 'Spalte ohne Namen',
      assignee: 'Für',
      start: 'Ab',
      due: 'Fällig am',
      estimate: 'Punkte:',
      labels: 'Labels:',
      archive: 'Archiv',
      templates: 'Vorlagen',
      checklist: 'Checkliste',
      blocks: 'Blockiert:',
      partOf: 'Teil von:',
      duplicates: 'Dasselbe wie:',
      wantsToLearn: 'Möchte lernen:',
      helpers: 'Kann helfen:',
      learned: 'Gelernt:',
    },
  },
}

export type PageWords = (typeof words)['en']

export const pageWords = (language: Language): PageWords => words[language] ?? words.en
