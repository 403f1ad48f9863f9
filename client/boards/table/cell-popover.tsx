import type { TableColumn } from '@atelier/shared/boards/view'
import type { KeyboardEvent, ReactNode } from 'react'
import { Popover } from '../../ui/popover'
import type { EditorProps } from './cell-editor'
import { CellWords } from './cell-words'

type Props = EditorProps & {
  column: TableColumn
  label: string
  /** Where Tab is needed inside. */
  keepsTab?: boolean
  children: ReactNode
}

/** What floats below a cell while it is edited; the cell goes on saying what it holds. */
export function CellPopover({ card, cell, column, label, keepsTab, onDone, children }: Props) {
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' || keepsTab) return
    event.preventDefault()
    event.stopPropagation()
    onDone(event.shiftKey ? -1 : 1)
  }
  return (
    <>
      <CellWords card={card} column={column} />
      <Popover
        isOpen
        label={label}
        triggerRef={cell}
        placement="bottom start"
        offset={2}
        onOpenChange={(open) => open || onDone(0)}
        className="table-popover"
      >
        <div onKeyDownCapture={press}>{children}</div>
      </Popover>
    </>
  )
}
