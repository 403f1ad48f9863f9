/** Which of Word’s styles are what in HTML, in mammoth’s language; also those of the documents we write. */
import { markStyle, mathsStyle, noteStyle, ruleStyle } from './word-notes'

const tones = ['info', 'tip', 'warning', 'danger']

export const wordStyleMap = [
  `r.${noteStyle} => data.note:fresh`,
  `p.${markStyle} => section.mark:fresh`,
  `p.${ruleStyle} => hr:fresh`,
  `p.${mathsStyle} => pre.language-math:fresh`,
  `r.${mathsStyle} => code.language-math`,
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Code'] => pre:separator('\n')",
  "p[style-name='Source Code'] => pre:separator('\n')",
  "p[style-name='HTML Preformatted'] => pre:separator('\n')",
  "p[style-name='Formula'] => pre.language-math:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='caption'] => p.caption:fresh",
  "p[style-name='Table Heading'] => p.table-heading:fresh",
  "p[style-name='Table End'] => !",
  "r[style-name='Formula Character'] => code.language-math",
  "r[style-name='Code Character'] => code",
  "r[style-name='Verbatim Char'] => code",
  "r[style-name='HTML Code'] => code",
  ...tones.map((tone) => `p[style-name='Callout ${tone}'] => aside.${tone} > p:fresh`),
  'u => u',
  'strike => s',
  'highlight => mark',
]
