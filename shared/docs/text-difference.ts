import { diffArrays } from 'diff'
import { piecesOf } from './words'

export type TextRun = { text: string; kind: 'same' | 'gone' | 'come' }

/** The difference of two short texts, word by word. */
export function textDifference(a: string, b: string): TextRun[] {
  return diffArrays(piecesOf(a), piecesOf(b)).map(({ value, added, removed }) => ({
    text: value.join(''),
    kind: added ? 'come' : removed ? 'gone' : 'same',
  }))
}
