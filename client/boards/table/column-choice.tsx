import { moveCard } from '@atelier/shared/boards/card-edits'
import { Check } from 'lucide-react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { useTranslation } from 'react-i18next'
import { itemClass } from '../../ui/menu'
import { useColumns, useDesk } from '../board-context'
import type { EditorProps } from './cell-editor'
import { CellPopover } from './cell-popover'

/** Which column a card lies in. */
export function ColumnChoice(props: EditorProps) {
  const { card, onDone } = props
  const { t } = useTranslation('board-views')
  const { t: boards } = useTranslation('boards')
  const { room } = useDesk()
  const columns = useColumns()
  const label = t('table.columns.column')
  const choose = (id: string) => {
    if (id !== card.column || card.archivedAt !== null)
      moveCard(room.doc, card.id, { column: id, spot: 'end' })
    onDone(0)
  }
  return (
    <CellPopover {...props} column="column" label={label}>
      <ListBox
        aria-label={label}
        className="table-choices"
        autoFocus
        selectionMode="single"
        selectedKeys={[card.column]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : keys
          choose(String(id ?? card.column))
        }}
      >
        {columns.map(({ id, name }) => (
          <ListBoxItem
            key={id}
            id={id}
            textValue={name || boards('column.unnamed')}
            className={itemClass}
          >
            {({ isSelected }) => (
              <>
                <span className="min-w-0 flex-1 truncate" dir="auto">
                  {name || boards('column.unnamed')}
                </span>
                <Check size={15} aria-hidden className={isSelected ? 'text-accent' : 'invisible'} />
              </>
            )}
          </ListBoxItem>
        ))}
      </ListBox>
    </CellPopover>
  )
}
