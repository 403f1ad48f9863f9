import { boardTitle, longest } from '@atelier/shared/boards/board-shape'
import { Archive, Redo2, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useJustMade } from '../projects/use-just-made'
import { SharedTextField } from '../sync/shared-text-field'
import { IconButton } from '../ui/icon-button'
import { useDesk } from './board-context'
import type { BoardFilter } from './board-filter'
import { FilterBar } from './filter-bar'
import './board-bar.css'

type Props = {
  filter: BoardFilter
  onFilterChange(filter: BoardFilter): void
  onUndo(): void
  onRedo(): void
  onArchive(): void
}

/** The board's title, edited in place, and what one does with the board as a whole. */
export function BoardBar({ filter, onFilterChange, onUndo, onRedo, onArchive }: Props) {
  const { t } = useTranslation('boards')
  const { room, editable } = useDesk()
  const justMade = useJustMade(room.name)
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
        <FilterBar filter={filter} onChange={onFilterChange} />
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
        <IconButton label={t('archive.open')} onPress={onArchive}>
          <Archive aria-hidden size={16} />
        </IconButton>
      </div>
    </div>
  )
}
