import type { CommentPart } from './comment'

/** What no database, screen or other program should have to deal with; line breaks and tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f\ud800-\udfff]/gu

const clean = (text: string) => text.replace(/\r\n?/g, '\n').replace(unseen, '')

/** One part where several say the same, without empty ones, and nothing blank at either end. */
export function tidyParts(parts: readonly CommentPart[]): CommentPart[] {
  const tidy: CommentPart[] = []
  for (const part of parts) {
    if (!('text' in part)) {
      tidy.push({ person: part.person, name: clean(part.name) })
      continue
    }
    const text = clean(part.text).replace(/\n{3,}/g, '\n\n')
    const last = tidy.at(-1)
    if (last && 'text' in last) last.text += text
    else tidy.push({ text })
  }
  trimEnd(tidy, 0, (text) => text.trimStart())
  trimEnd(tidy, tidy.length - 1, (text) => text.trimEnd())
  return tidy.filter((part) => !('text' in part) || part.text !== '')
}

function trimEnd(parts: CommentPart[], at: number, trim: (text: string) => string): void {
  const part = parts[at]
  if (part && 'text' in part) part.text = trim(part.text)
}

export const mentionedIn = (parts: readonly CommentPart[]): string[] =>
  parts.flatMap((part) => ('person' in part ? [part.person] : []))

/** As one reads it aloud. */
export const wordsOfComment = (parts: readonly CommentPart[]): string =>
  parts.map((part) => ('text' in part ? part.text : `@${part.name}`)).join('')
