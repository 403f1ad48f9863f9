/** What nodes without letters say: by what they are called, or what they stand for. */
import { readEmbed } from '../docs/embed'
import { readLatex } from '../docs/maths'
import { readAlt, readFileName } from '../docs/media'
import { mentionText, readMention } from '../docs/mention'

type Attributes = Record<string, unknown>

const latex = (attrs: Attributes) => readLatex(attrs.latex) ?? ''

const words: Record<string, (attrs: Attributes) => string> = {
  picture: ({ caption, alt }) => readAlt(caption) || readAlt(alt) || '',
  attachment: ({ name }) => readFileName(name) ?? '',
  inlineMath: latex,
  blockMath: latex,
  embed: (attrs) => readEmbed(attrs)?.label ?? '',
  mention: (attrs) => mentionText(readMention(attrs)),
}

export const atomWords = (type = '', attrs: Attributes = {}): string =>
  Object.hasOwn(words, type) ? (words[type]?.(attrs) ?? '') : ''
