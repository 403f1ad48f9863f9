import { createBoardStore } from '@atelier/shared/boards/board-store'
import type { Embed } from '@atelier/shared/docs/embed'
import { roomName } from '@atelier/shared/sync/room-name'
import { CloudOff, Lock } from 'lucide-react'
import { useMemo, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../sync/room'
import { useRoom } from '../sync/use-room'
import { CardPart, ColumnPart, WholeBoard } from './board-parts'
import { EmbedNote } from './embed-frame'
import { EmbedSkeleton } from './embed-skeleton'
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
  const { t } = useTranslation('references')
  const state = useRoom(roomName('board', embed.roomId), { unseen: true })
  if (state.kind === 'closed') {
    const isOurs = state.reason === 'noAccess' || state.reason === 'signedOut'
    return (
      <EmbedNote icon={isOurs ? Lock : CloudOff}>
        {isOurs ? t('embed.noAccess') : t('embed.unreachable')}
      </EmbedNote>
    )
  }
  if (state.kind === 'opening') {
    if (!state.unreachable) return <EmbedSkeleton />
    return <EmbedNote icon={CloudOff}>{t('embed.unreachable')}</EmbedNote>
  }
  return <OpenBoard key={state.room.doc.guid} embed={embed} room={state.room} />
}

function OpenBoard({ embed, room }: { embed: Embed; room: Room }) {
  const store = useMemo(() => createBoardStore(room.doc), [room.doc])
  const board = useSyncExternalStore(store.subscribe, store.read)
  const shown = { board, boardId: embed.roomId }
  if (embed.kind === 'card') return <CardPart {...shown} cardId={embed.partId ?? ''} />
  if (embed.kind === 'column') return <ColumnPart {...shown} columnId={embed.partId ?? ''} />
  return <WholeBoard {...shown} />
}
