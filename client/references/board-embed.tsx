import type { Embed } from '@atelier/shared/docs/embed'
import { roomName } from '@atelier/shared/sync/room-name'
import { useRef } from 'react'
import { ColumnPart, WholeBoard } from './board-parts'
import { EmbedSkeleton } from './embed-skeleton'
import { InRoom } from './in-room'
import { LiveCard } from './live-card'
import { useLiveRoom } from './use-live-room'

/** A board, a column or a card as it is now, while it is near the window. */
export function BoardEmbed({ embed }: { embed: Embed }) {
  const element = useRef<HTMLDivElement>(null)
  const name = roomName('board', embed.roomId)
  const isLive = useLiveRoom(element, name)
  return (
    <div ref={element} className="embed-board">
      {isLive ? <LiveBoard embed={embed} /> : <EmbedSkeleton />}
    </div>
  )
}

/** The room's own door decides who sees anything: nothing is drawn from anywhere else. */
function LiveBoard({ embed }: { embed: Embed }) {
  if (embed.kind === 'card') {
    return <LiveCard cardId={embed.partId ?? ''} boardId={embed.roomId} way={[]} />
  }
  return (
    <InRoom boardId={embed.roomId}>
      {(shown) =>
        embed.kind === 'column' ? (
          <ColumnPart {...shown} columnId={embed.partId ?? ''} />
        ) : (
          <WholeBoard {...shown} />
        )
      }
    </InRoom>
  )
}
