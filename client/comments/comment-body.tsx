import type { CommentPart } from '@atelier/shared/comments/comment'
import { isSafeLink } from '@atelier/shared/docs/safe-link'
import type { ReactNode } from 'react'
import { useMe } from '../access/session'
import { classNames } from '../ui/class-names'

/** Words as words: only addresses become links, and nothing becomes markup. */
export function CommentBody({ parts }: { parts: CommentPart[] }) {
  const { id: myId } = useMe()
  return (
    <div className="comment-body" dir="auto">
      {parts.map((part, place) =>
        'text' in part ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name, and never move
          <span key={place}>{withLinks(part.text)}</span>
        ) : (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name, and never move
            key={place}
            className={classNames('comment-mention', part.person === myId && 'is-me')}
          >
            @{part.name}
          </span>
        ),
      )}
    </div>
  )
}

const address = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'’“”])/

/** Split by its group, every second piece is an address. */
function withLinks(text: string): ReactNode[] {
  return text.split(address).map((piece, place) =>
    place % 2 === 1 && isSafeLink(piece) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name, and never move
      <a key={place} href={piece} target="_blank" rel="noopener noreferrer nofollow">
        {piece}
      </a>
    ) : (
      piece
    ),
  )
}
