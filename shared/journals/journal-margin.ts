import type { JSONContent } from '@tiptap/core'
import type { CommentThread } from '../comments/comment'
import { wordsOfComment } from '../comments/comment-words'
import { filled, list, minuteIn, paragraph, type Telling, textOf } from './journal-words'

/** What was said beside a section, below it: what it was about, then who said what and when. */
export function blocksOfMargin(threads: readonly CommentThread[], telling: Telling): JSONContent[] {
  const said = threads.flatMap((thread) => itemOfThread(thread, telling))
  if (said.length === 0) return []
  return [paragraph(...textOf(telling.words.margin, 'bold')), list(said)]
}

function itemOfThread(
  { quote, resolved, comments }: CommentThread,
  { words, timeZone, nameOf }: Telling,
): JSONContent[][] {
  const said = comments.flatMap(({ authorId, createdAt, body }) => {
    if (body === null) return []
    const who = `${nameOf(authorId)}, ${minuteIn(timeZone, createdAt)}:`
    const words = textOf(` ${wordsOfComment(body)}`)
    return [[paragraph(...textOf(who, 'bold'), ...words)]]
  })
  if (said.length === 0) return []
  const about = quote === '' ? words.aboutAll : filled(words.quoted, { words: quote })
  const head = paragraph(
    ...textOf(about, 'italic'),
    ...textOf(resolved ? ` (${words.settled})` : ''),
  )
  return [[head, list(said)]]
}
