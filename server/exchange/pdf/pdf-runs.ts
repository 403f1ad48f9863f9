/**
 * A line of text as runs of one font and one direction each, in the order they are read. `level`
 * is odd where it runs from right to left; pdf-bidi.ts puts the runs of a printed line in place.
 */
import bidiFactory from 'bidi-js'
import type { PdfFonts } from './pdf-fonts'

const bidi = bidiFactory()
export const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/

export type Styled<S> = { text: string; style: S; font: string }
export type Run<S> = { text: string; style: S; font: string; level: number }

/** Joins letters to the ones before them, and says how they are to be drawn. */
const joining = /[\u200d\ufe0e\ufe0f\u{1f3fb}-\u{1f3ff}\p{M}]/u

export function runsOf<S>(pieces: readonly Styled<S>[], fonts: PdfFonts): Run<S>[] {
  const whole = pieces.map(({ text }) => text).join('')
  const levels = rightToLeft.test(whole) ? bidi.getEmbeddingLevels(whole).levels : null
  let at = 0
  return pieces.flatMap(({ text, style, font: wished }) => {
    const runs: Run<S>[] = []
    for (const letter of text) {
      const level = levels?.[at] ?? 0
      at += letter.length
      const last = runs.at(-1)
      const font =
        last && joining.test(letter)
          ? last.font
          : fontOf(letter, last?.font ?? wished, wished, fonts)
      if (last && last.font === font && last.level === level) last.text += letter
      else runs.push({ text: letter, style, font, level })
    }
    return runs.map((run) => ({ ...run, text: drawn(run) }))
  })
}

/** Spaces and signs in Hebrew and Arabic stay with the letters around them. */
function fontOf(letter: string, current: string, wished: string, fonts: PdfFonts): string {
  const stays = /[\s\p{P}]/u.test(letter) && ['Hebrew', 'Arabic'].includes(current)
  return fonts.familyFor(letter, stays ? current : wished)
}

/** Brackets look the other way; which way the letters run is up to the font, and to pdf-bidi.ts. */
function drawn({ text, level }: { text: string; level: number }): string {
  if (level % 2 === 0) return text.replaceAll('\ufe0f', '')
  return [...text].map((letter) => bidi.getMirroredCharacter(letter) ?? letter).join('')
}

/** Long words such as addresses break where there is no other place. */
export const breakable = (text: string): string =>
  text.replace(/[^\s\u200b]{28,}/gu, (word) => word.replace(/.{14}/gsu, '$&\u200b'))
