import { boardStoreOf } from '@atelier/shared/boards/board-store'
import { roomName } from '@atelier/shared/sync/room-name'
import { CloudOff, Lock } from 'lucide-react'
import { type ReactNode, useMemo, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../sync/room'
import { useRoom } from '../sync/use-room'
import type { Shown } from './board-parts'
import { EmbedNote } from './embed-frame'
import { EmbedSkeleton } from './embed-skeleton'

type Props = {
  boardId: string
  children: (shown: Shown) => ReactNode
  /** In place of the words for who may not come in. */
  denied?: ReactNode
}

/** A board as its room has it now, without being seen there. */
export function InRoom({ boardId, children, denied }: Props) {
  const { t } = useTranslation('references')
  const state = useRoom(roomName('board', boardId), { unseen: true })
  if (state.kind === 'closed' && (state.reason === 'noAccess' || state.reason === 'signedOut')) {
    return denied ?? <EmbedNote icon={Lock}>{t('embed.noAccess')}</EmbedNote>
  }
  if (state.kind === 'closed' || (state.kind === 'opening' && state.unreachable)) {
    return <EmbedNote icon={CloudOff}>{t('embed.unreachable')}</EmbedNote>
  }
  if (state.kind === 'opening') return <EmbedSkeleton />
  return (
    <OpenRoom key={state.room.doc.guid} room={state.room} boardId={boardId}>
      {children}
    </OpenRoom>
  )
}

function OpenRoom(props: Pick<Props, 'boardId' | 'children'> & { room: Room }) {
  const { boardId, children, room } = props
  const store = useMemo(() => boardStoreOf(room.doc), [room.doc])
  const board = useSyncExternalStore(store.subscribe, store.read)
  return children({ board, boardId })
}
