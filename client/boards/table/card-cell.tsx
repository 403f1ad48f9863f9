import type { Card } from '@atelier/shared/boards/card'
import type { TableColumn } from '@atelier/shared/boards/view'
import { Maximize2 } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'
import { CellEditor, isEditableColumn } from './cell-editor'
import { CellWords } from './cell-words'
import { useTableActs } from './table-context'
import { focusable, useCellFocus } from './use-cell-focus'

type Props = {
  row: string
  card: Card
  column: TableColumn
  index: number
  isActive: boolean
  isEditing: boolean
}

/** One fact of a card: read, walked to, and edited in its place. */
export function CardCell({ row, card, column, index, isActive, isEditing }: Props) {
  const { editable } = useDesk()
  const acts = useTableActs()
  const ref = useCellFocus<HTMLDivElement>(isActive)
  const wasHere = useRef(false)
  const leave = (event: KeyboardEvent) => {
    if (!isEditing || event.key !== 'Tab') return
    event.preventDefault()
    // Fields keep what was typed when they are left; one that only vanishes would not hear of it.
    if (event.target instanceof HTMLElement) event.target.blur()
    acts.stopEditing(event.shiftKey ? -1 : 1)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is a cell, of one kind or another.
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the grid's.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both kinds of cell have them.
    <div
      ref={ref}
      role={column === 'title' ? 'rowheader' : 'gridcell'}
      className="table-cell"
      data-column={column}
      data-editing={isEditing || undefined}
      aria-colindex={index + 1}
      aria-readonly={!editable || !isEditableColumn(column)}
      {...focusable(isActive)}
      onMouseDown={(event) => {
        wasHere.current = document.activeElement === event.currentTarget
        // Text between two rows is not what is to be chosen.
        if (event.shiftKey && !isEditing) event.preventDefault()
      }}
      onClick={(event) => {
        // Presses in what floats above arrive here, too: it is a child to React.
        if (isEditing || !event.currentTarget.contains(event.target as Node)) return
        if (editable && (event.ctrlKey || event.metaKey || event.shiftKey))
          acts.choose(row, index, event.shiftKey)
        else acts.press(row, index, wasHere.current)
      }}
      onKeyDownCapture={column === 'title' || column === 'estimate' ? leave : undefined}
    >
      {isEditing ? (
        <CellEditor card={card} column={column} cell={ref} onDone={acts.stopEditing} />
      ) : (
        <CellWords card={card} column={column} />
      )}
      {column === 'title' && !isEditing && <OpenCard card={card} />}
    </div>
  )
}

/** For pointers; keys have Space. */
function OpenCard({ card }: { card: Card }) {
  const { t } = useTranslation('board-views')
  const { t: boards } = useTranslation('boards')
  const { openCard } = useDesk()
  return (
    <button
      type="button"
      tabIndex={-1}
      className="table-open"
      aria-label={t('table.open', { title: card.title || boards('card.untitled') })}
      onClick={(event) => {
        event.stopPropagation()
        openCard(card.id)
      }}
    >
      <Maximize2 aria-hidden size={13} />
    </button>
  )
}
