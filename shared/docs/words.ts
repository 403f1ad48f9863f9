/**
 * Text in pieces that are compared as a whole: words, letters of scripts without spaces, whole
 * emoji, and each other character. Not `Intl.Segmenter`: all machines must find the same pieces.
 */
const unspaced =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}'
const emojiTail = '(?:\\p{M}|\\u200d\\p{Extended_Pictographic}|[\\ufe0f\\u{1f3fb}-\\u{1f3ff}])*'

const piece = new RegExp(
  [
    `[${unspaced}]\\p{M}*`,
    `(?:(?![${unspaced}])[\\p{L}\\p{N}_]|(?<=[\\p{L}\\p{N}])['’](?=\\p{L}))(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}_]|(?<=\\p{L})['’](?=\\p{L}))*`,
    '\\p{RI}\\p{RI}',
    `.${emojiTail}`,
  ].join('|'),
  'gsu',
)

export const piecesOf = (text: string): string[] => text.match(piece) ?? []

/** The pieces that say something. */
export const wordsOf = (text: string): string[] =>
  piecesOf(text).filter((word) => !/^[\s\p{P}]+$/u.test(word))
