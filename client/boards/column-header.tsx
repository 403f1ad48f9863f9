import type { Column } from '@atelier/shared/boards/board'
import { longest } from '@atelier/shared/boards/board-shape'
import { renameColumn } from '@atelier/shared/boards/column-edits'
import { type PointerEvent, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useDesk } from './board-context'
import { ColumnCount } from './column-count'
import { ColumnMenu } from './column-menu'
import { OneLineField } from './one-line-field'

type Props = {
  column: Column
  dragHandlers: Record<string, (event: PointerEvent<HTMLElement>) => void>
}

/** A column's name and count. A double click renames, a drag reorders; both are in its menu too. */
export function ColumnHeader({ column, dragHandlers }: Props) {
  const { t } = useTranslation('boards')
  const { room, editable } = useDesk()
  const [renaming, setRenaming] = useState(false)
  const header = useRef<HTMLElement>(null)
  const leave = (byKey: boolean) => {
    flushSync(() => setRenaming(false))
    if (byKey) header.current?.querySelector('button')?.focus()
  }
  if (renaming)
    return (
      <header className="board-column-header">
        <OneLineField
          className="board-rename"
          label={t('column.rename')}
          value={column.name}
          maxLength={longest.columnName}
          onDone={(name) => renameColumn(room.doc, column.id, name)}
          onLeave={leave}
        />
      </header>
    )
  return (
    <header
      ref={header}
      className="board-column-header"
      {...(editable ? { ...dragHandlers, onDoubleClick: () => setRenaming(true) } : {})}
    >
      <h2 dir="auto">{column.name || t('column.unnamed')}</h2>
      <ColumnCount column={column} />
      {editable && <ColumnMenu column={column} onRename={() => setRenaming(true)} />}
    </header>
  )
}
