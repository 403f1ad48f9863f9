/**
 * What Word says of a paragraph and mammoth has no word for: written into the document before it
 * is converted, and read out of the HTML that comes of it (notes-in-hast.ts).
 */
import type { Element } from 'xast'
import { made, text } from '../xml'

export type Note = {
  /** What stands before a numbered line. */
  number?: number
  align?: 'start' | 'center' | 'end'
  /** How many lists deep the item is that an indented paragraph goes on. */
  inside?: number
  /** Of the picture behind it, in pixels. */
  width?: number
  /** Of the cell it stands in, in pixels. */
  widths?: number[]
  /** A box of ours begins or ends here: `code:js`, `callout:tip`, `details`, `blockquote`. */
  open?: string
  close?: boolean
}

export const noteStyle = 'AtelierNote'
export const markStyle = 'AtelierMark'
export const ruleStyle = 'AtelierRule'
export const mathsStyle = 'AtelierMaths'

/** A run that nobody sees. */
export const noteRun = (note: Note): Element => runOf(noteStyle, JSON.stringify(note))

export const runOf = (style: string, words: string): Element =>
  made('w:r', {}, [
    made('w:rPr', {}, [made('w:rStyle', { 'w:val': style })]),
    made('w:t', { 'xml:space': 'preserve' }, [text(words)]),
  ])

export const paragraphOf = (style: string, ...runs: Element[]): Element =>
  made('w:p', {}, [made('w:pPr', {}, [made('w:pStyle', { 'w:val': style })]), ...runs])

/** What a run that is no note of ours happens to say is nothing. */
export function readNote(words: string): Note {
  try {
    const note: unknown = JSON.parse(words)
    return typeof note === 'object' && note !== null ? note : {}
  } catch {
    return {}
  }
}
