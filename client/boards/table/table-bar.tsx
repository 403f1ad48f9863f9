import {
  type BoardView,
  type GroupKind,
  groupKinds,
  type TableColumn,
  tableColumns,
} from '@atelier/shared/boards/view'
import { Columns3, Rows3 } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Menu, MenuItem } from '../../ui/menu'
import type { ViewChange } from '../use-board-view'

type Props = {
  view: BoardView
  columns: readonly TableColumn[]
  onChange(change: ViewChange): void
}

const none = 'none'

/** What rows are grouped by, and which columns are shown. */
export function TableBar({ view: { group }, columns, onChange }: Props) {
  const { t } = useTranslation('board-views')
  const groupWords = group ? t(`table.columns.${group === 'person' ? 'people' : group}`) : null
  return (
    <div className="table-bar">
      <MenuTrigger>
        <Button tone="quiet" size="small" icon={<Rows3 size={15} aria-hidden />}>
          {groupWords ? t('table.groupedBy', { what: groupWords }) : t('table.group')}
        </Button>
        <Menu
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[group ?? none]}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : keys
            onChange({ group: key === none ? null : (key as GroupKind) })
          }}
        >
          {[none, ...groupKinds].map((kind) => (
            <MenuItem key={kind} id={kind}>
              {t(`table.groups.${kind}`)}
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
      <MenuTrigger>
        <Button tone="quiet" size="small" icon={<Columns3 size={15} aria-hidden />}>
          {t('table.shown')}
        </Button>
        <Menu
          selectionMode="multiple"
          selectedKeys={columns}
          onSelectionChange={(keys) => onChange({ columns: chosenOf(keys) })}
        >
          {tableColumns
            .filter((column) => column !== 'title')
            .map((column) => (
              <MenuItem key={column} id={column}>
                {t(`table.columns.${column}`)}
              </MenuItem>
            ))}
        </Menu>
      </MenuTrigger>
    </div>
  )
}

/** All of them is as usual; the title is never left out. */
function chosenOf(keys: 'all' | Set<unknown>): readonly TableColumn[] {
  const chosen = tableColumns.filter((one) => one === 'title' || keys === 'all' || keys.has(one))
  return chosen.length === tableColumns.length ? [] : chosen
}
