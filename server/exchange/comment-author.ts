/**
 * Who wrote a comment that was brought in. Nobody can write in somebody else’s name by packing a
 * zip: it is a comment of whoever brought it, whose first line says whose it was.
 */
import type { FoundComment } from './jobs'

const firstLine = /^(.{1,200}) \((\d{4}-\d{2}-\d{2} \d{2}:\d{2}) UTC\):\n/

export function withAuthor({ author, at, text }: FoundComment, me: string): string {
  const day = new Date(at)
  if (author === me || author.trim() === '' || Number.isNaN(day.getTime())) return text
  const when = day.toISOString().slice(0, 16).replace('T', ' ')
  return `${author.replace(/\s+/g, ' ').trim()} (${when} UTC):\n${text}`
}

/** To the minute, as the first line has it. What it was before, where it was brought in. */
export function originalComment({ author: by, at, text }: FoundComment): FoundComment {
  const comment = { author: by, at: `${at.slice(0, 16)}:00.000Z`, text }
  const [line, author, when] = firstLine.exec(text) ?? []
  if (!line || !author || !when) return comment
  return { author, at: `${when.replace(' ', 'T')}:00.000Z`, text: text.slice(line.length) }
}
