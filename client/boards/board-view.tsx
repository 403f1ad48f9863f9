import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LiveRegion } from '../ui/announcer'
import { toast } from '../ui/toast'
import { ArchiveDialog } from './archive-dialog'
import { BoardBar } from './board-bar'
import { BoardColumns } from './board-columns'
import { useColumns, useDesk } from './board-context'
import { noFilter } from './board-filter'
import { CardDialog } from './card-dialog'
import { EmptyBoard } from './empty-board'
import { MoveCardDialog } from './move-card-dialog'
import { useBoardKeys } from './use-board-keys'

export type BoardViewProps = {
  said: { words: string; times: number }
  /** The card that is open, and the one about to be moved by the dialog. */
  opened: string | null
  moving: string | null
  onMoved(): void
}

/** The open board: bar, columns, and whatever dialog is asked for. */
export function BoardView({ said, opened, moving, onMoved }: BoardViewProps) {
  const { store, openCard, editable } = useDesk()
  const columns = useColumns()
  const [filter, setFilter] = useState(noFilter)
  const [adding, setAdding] = useState<string | null>(null)
  const [archive, setArchive] = useState(false)
  const { undo, redo } = useUndoWithWords()
  const newCard = useCallback(
    () => editable && setAdding(store.read().columns[0]?.id ?? null),
    [editable, store],
  )
  useBoardKeys(useMemo(() => ({ undo, redo, newCard }), [undo, redo, newCard]))
  return (
    <div className="board">
      <BoardBar
        filter={filter}
        onFilterChange={setFilter}
        onUndo={undo}
        onRedo={redo}
        onArchive={() => setArchive(true)}
      />
      {columns.length === 0 ? (
        <EmptyBoard />
      ) : (
        <BoardColumns filter={filter} adding={adding} onAddingChange={setAdding} />
      )}
      <LiveRegion said={said} />
      {opened !== null && <CardDialog key={opened} id={opened} onClose={() => openCard(null)} />}
      {moving !== null && <MoveCardDialog id={moving} onClose={onMoved} />}
      {archive && <ArchiveDialog onClose={() => setArchive(false)} />}
    </div>
  )
}

function useUndoWithWords() {
  const { undo, editable } = useDesk()
  const { t } = useTranslation('boards')
  return useMemo(
    () => ({
      undo: () => {
        if (editable) toast({ text: t(undo.undo() ? 'undone' : 'nothingToUndo') })
      },
      redo: () => {
        if (editable) toast({ text: t(undo.redo() ? 'redone' : 'nothingToRedo') })
      },
    }),
    [undo, editable, t],
  )
}
