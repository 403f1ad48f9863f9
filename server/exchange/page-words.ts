/** The few words that stand in files beside what people wrote. */
import type { Language } from '@atelier/shared/people/choices'

const words = {
  en: { page: 'Page {page} of {pages}', untitled: 'Untitled doc' },
  de: { page: 'Seite {page} von {pages}', untitled: 'Doc ohne Titel' },
}

export type PageWords = (typeof words)['en']

export const pageWords = (language: Language): PageWords => words[language] ?? words.en
