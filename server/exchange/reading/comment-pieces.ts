import { tidyParts } from '@atelier/shared/comments/comment-words'
import { commentLength } from '@atelier/shared/comments/limits'

const mostLetters = 100_000

/** What is longer than a comment may be is several of them: nothing of it is lost. */
export function commentPieces(written: string): string[] {
  const [part] = tidyParts([{ text: written.slice(0, mostLetters) }])
  const pieces: string[] = []
  let rest = part && 'text' in part ? part.text : ''
  while (rest.length > commentLength) {
    const space = rest.lastIndexOf(' ', commentLength)
    const end = space > commentLength / 2 ? space : commentLength
    pieces.push(rest.slice(0, end).trim())
    rest = rest.slice(end).trim()
  }
  return rest === '' ? pieces : [...pieces, rest]
}
