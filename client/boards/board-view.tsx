import { Suspense, useCallback, useMemo, useState } from 'react'
import { lateWindow } from '../offline/late-part'
import { LiveRegion } from '../ui/announcer'
import type { DuplicateTo } from './across/duplicate-board-dialog'
import { BoardBar } from './board-bar'
import { type AddPlace, BoardColumns, type ColumnsProps } from './board-columns'
import { useColumns, useDesk } from './board-context'
import { boardViews, viewFor } from './board-views'
import { CardDialog } from './card-dialog'
import { EmptyBoard } from './empty-board'
import { LaneAsker } from './lanes/lane-asker'
import { laneAt } from './lanes/lane-place'
import { noLane } from './lanes/lanes'
import { LearnOffer } from './learning/learn-offer'
import { MoveCardDialog } from './move-card-dialog'
import { type QuickEdit, QuickEditPopover } from './quick-edit'
import { useBoardCommands } from './use-board-commands'
import { useBoardKeys } from './use-board-keys'
import { useBoardPaste } from './use-board-paste'
import { useBoardView, type ViewChange } from './use-board-view'
import { useFactKeys } from './use-fact-keys'
import { useUndoWithWords } from './use-undo-with-words'

const ArchiveDialog = lateWindow(
  async () => (await import('./archive/archive-dialog')).ArchiveDialog,
)

const DuplicateBoardDialog = lateWindow(
  async () => (await import('./across/duplicate-board-dialog')).DuplicateBoardDialog,
)

export type BoardViewProps = {
  said: { words: string; times: number }
  /** The card that is open, and the one about to be moved by the dialog. */
  opened: string | null
  moving: string | null
  onMoved(): void
}

/** The open board: bar, columns, and whatever dialog is asked for. */
export function BoardView({ said, opened, moving, onMoved }: BoardViewProps) {
  const { openCard } = useDesk()
  const { view, changeView } = useBoardView()
  const [adding, setAdding] = useState<AddPlace | null>(null)
  const [archive, setArchive] = useState(false)
  const [duplicate, setDuplicate] = useState<DuplicateTo | null>(null)
  const { undo, redo } = useUndoWithWords()
  const { kind, Screen } = viewFor(view.kind)
  useBoardPaste()
  const [edit, setEdit] = useState<QuickEdit | null>(null)
  useFactKeys({ view: { ...view, kind }, ask: setEdit })
  useViewKeys(changeView)
  useBoardCommands({
    ...{ opened, view, changeView, undo, redo },
    edit: setEdit,
    openArchive: () => setArchive(true),
    duplicate: setDuplicate,
    addTo: (column) => setAdding({ column, lane: noLane }),
  })
  useBoardKeys(useMemo(() => ({ undo, redo }), [undo, redo]))
  return (
    <div className="board">
      <BoardBar
        view={{ ...view, kind }}
        onViewChange={changeView}
        onUndo={undo}
        onRedo={redo}
        onArchive={() => setArchive(true)}
        onDuplicate={() => setDuplicate('here')}
      />
      {Screen ? (
        <Screen filter={view.filter} />
      ) : (
        <ColumnsView
          lanes={view.lanes}
          filter={view.filter}
          adding={adding}
          onAddingChange={setAdding}
        />
      )}
      <LiveRegion said={said} />
      <LearnOffer />
      <LaneAsker />
      {/* A window that waits for its words must not take the board along. */}
      <Suspense fallback={null}>
        {opened !== null && <CardDialog key={opened} id={opened} onClose={() => openCard(null)} />}
        {edit && (
          <QuickEditPopover
            key={`${edit.id} ${edit.what}`}
            edit={edit}
            onClose={() => setEdit(null)}
          />
        )}
        {moving !== null && <MoveCardDialog id={moving} onClose={onMoved} />}
        {archive && <ArchiveDialog onClose={() => setArchive(false)} />}
        {duplicate && <DuplicateBoardDialog to={duplicate} onClose={() => setDuplicate(null)} />}
      </Suspense>
    </div>
  )
}

function ColumnsView(props: ColumnsProps) {
  const { onAddingChange } = props
  const { store, editable } = useDesk()
  const columns = useColumns()
  const newCard = useCallback(() => {
    const [first] = store.read().columns
    if (editable && first)
      onAddingChange({ column: first.id, lane: laneAt(document.activeElement) ?? noLane })
  }, [editable, store, onAddingChange])
  useBoardKeys(useMemo(() => ({ newCard }), [newCard]))
  return columns.length === 0 ? <EmptyBoard /> : <BoardColumns {...props} />
}

function useViewKeys(changeView: (change: ViewChange) => void) {
  const keys = useMemo(
    () => ({
      pickView: (digit: number) => {
        const kind = boardViews[digit - 1]?.kind
        if (kind) changeView({ kind })
      },
    }),
    [changeView],
  )
  useBoardKeys(keys)
}
