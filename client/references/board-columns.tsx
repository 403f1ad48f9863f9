import { boardStoreOf } from '@atelier/shared/boards/board-store'
import type { Embed } from '@atelier/shared/docs/embed'
import { roomName } from '@atelier/shared/sync/room-name'
import { Columns3, Lock } from 'lucide-react'
import { useMemo, useSyncExternalStore } from 'react'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import type { Room } from '../sync/room'
import { useRoom } from '../sync/use-room'
import { itemClass } from '../ui/menu'
import { EmbedNote } from './embed-frame'
import { EmbedSkeleton } from './embed-skeleton'

type Props = { board: { id: string; title: string }; onChoose: (embed: Embed) => void }

/** The columns a board has now, to choose one. */
export function BoardColumns({ board, onChoose }: Props) {
  const { t } = useTranslation('references')
  const state = useRoom(roomName('board', board.id), { unseen: true })
  if (state.kind === 'opening') return <EmbedSkeleton />
  if (state.kind === 'closed') return <EmbedNote icon={Lock}>{t('embed.noAccess')}</EmbedNote>
  return <Columns key={state.room.doc.guid} room={state.room} board={board} onChoose={onChoose} />
}

function Columns({ room, board, onChoose }: Props & { room: Room }) {
  const { t } = useTranslation('references')
  const store = useMemo(() => boardStoreOf(room.doc), [room.doc])
  const { columns } = useSyncExternalStore(store.subscribe, store.read)
  const choose = (columnId: string, label: string) =>
    onChoose({ kind: 'column', roomId: board.id, partId: columnId, label })
  return (
    <>
      <p className="truncate border-line border-b px-4 py-3 font-medium" dir="auto">
        {board.title || t('untitled.board')}
      </p>
      <Menu
        aria-label={t('pick.columnOf')}
        autoFocus="first"
        className="max-h-[min(22rem,50dvh)] overflow-y-auto p-1.5 outline-none"
        renderEmptyState={() => (
          <p className="px-3 py-8 text-center text-ink-faint text-sm">{t('pick.noColumns')}</p>
        )}
      >
        {columns.map(({ id, name, cards }) => (
          <MenuItem
            key={id}
            id={id}
            textValue={name || t('embed.unnamed')}
            className={itemClass}
            onAction={() => choose(id, name)}
          >
            <Columns3 size={17} aria-hidden className="text-ink-faint" />
            <span className="min-w-0 flex-1 truncate" dir="auto">
              {name || t('embed.unnamed')}
            </span>
            <span className="text-ink-faint text-xs">{cards.length}</span>
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}
