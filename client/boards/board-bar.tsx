import { boardTitle, longest } from '@atelier/shared/boards/board-shape'
import type { BoardView } from '@atelier/shared/boards/view'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import { Archive, BellOff, Redo2, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useJustMade } from '../projects/use-just-made'
import { SharedTextField } from '../sync/shared-text-field'
import { IconButton } from '../ui/icon-button'
import { useDesk } from './board-context'
import { BoardMenu } from './board-menu'
import { boardViews } from './board-views'
import { FilterBar, FilterChips } from './filter-bar'
import { LaneSwitch } from './lanes/lane-switch'
import type { ViewChange } from './use-board-view'
import { useMuted } from './use-muted'
import { ViewSwitch } from './view-switch'
import { useStartView } from './views/use-start-view'
import { ViewsMenu } from './views/views-menu'
import './board-bar.css'

type Props = {
  view: BoardView
  onViewChange(change: ViewChange): void
  onUndo(): void
  onRedo(): void
  onArchive(): void
  onDuplicate(): void
}

/** The board's title, edited in place, and what one does with the board as a whole. */
export function BoardBar({ view, onViewChange, onUndo, onRedo, ...open }: Props) {
  const { t } = useTranslation('boards')
  const { room, editable } = useDesk()
  const justMade = useJustMade(room.name)
  const boardId = parseRoomName(room.name)?.id ?? ''
  useStartView(boardId)
  return (
    <div className="board-bar">
      <h1>
        <SharedTextField
          text={boardTitle(room.doc)}
          className="board-title"
          label={t('titleLabel')}
          placeholder={t('titlePlaceholder')}
          readOnly={!editable}
          autoFocus={justMade}
          maxLength={longest.boardTitle}
        />
      </h1>
      <div className="board-tools" role="toolbar" aria-label={t('toolbar')}>
        {boardViews.length > 1 && (
          <ViewSwitch kind={view.kind} onChange={(kind) => onViewChange({ kind })} />
        )}
        {view.kind === 'board' && (
          <LaneSwitch lanes={view.lanes} onChange={(lanes) => onViewChange({ lanes })} />
        )}
        <FilterBar filter={view.filter} onChange={(filter) => onViewChange({ filter })} />
        <ViewsMenu boardId={boardId} />
        {editable && (
          <>
            <IconButton label={t('undo')} shortcut={['Mod', 'Z']} onPress={onUndo}>
              <Undo2 aria-hidden size={16} />
            </IconButton>
            <IconButton label={t('redo')} shortcut={['Mod', 'Shift', 'Z']} onPress={onRedo}>
              <Redo2 aria-hidden size={16} />
            </IconButton>
          </>
        )}
        <MutedMark />
        <IconButton label={t('archive.open')} onPress={open.onArchive}>
          <Archive aria-hidden size={16} />
        </IconButton>
        <BoardMenu boardId={boardId} onDuplicate={open.onDuplicate} />
      </div>
      <FilterChips filter={view.filter} onChange={(filter) => onViewChange({ filter })} />
    </div>
  )
}

/** Only where the board is muted: that it is, and the way back. */
function MutedMark() {
  const { t } = useTranslation('board-commands')
  const { isMuted, mute } = useMuted()
  if (!isMuted) return null
  return (
    <IconButton label={t('mute.is')} isOn onPress={() => mute(false)}>
      <BellOff aria-hidden size={16} />
    </IconButton>
  )
}
