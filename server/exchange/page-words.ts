/** The few words that stand in files beside what people wrote. */
import type { Language } from '@atelier/shared/people/choices'

const words = {
  en: {
    page: 'Page {page} of {pages}',
    untitled: 'Untitled doc',
    missing: 'These files could not be found where they were stored, and are not in here:',
  },
  de: {
    page: 'Seite {page} von {pages}',
    untitled: 'Doc ohne Titel',
    missing:
      'Diese Dateien waren dort, wo sie gespeichert waren, nicht zu finden und sind nicht dabei:',
  },
}

export type PageWords = (typeof words)['en']

export const pageWords = (language: Language): PageWords => words[language] ?? words.en
