import type { Column } from '@atelier/shared/boards/board'
import { setColumnDone } from '@atelier/shared/boards/column-edits'
import {
  ArrowLeft,
  ArrowRight,
  CircleCheck,
  Gauge,
  MoreHorizontal,
  PencilLine,
  Trash2,
} from 'lucide-react'
import { useState } from 'react'
import { MenuSection, MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { useBoardPart, useDesk } from './board-context'
import { ColumnCardsMenu } from './column-cards-menu'
import { ColumnLimitDialog } from './column-limit-dialog'
import { useMoveColumn } from './use-move-column'
import { useRemoveColumn } from './use-remove-column'

export function ColumnMenu({ column, onRename }: { column: Column; onRename(): void }) {
  const { t } = useTranslation('boards')
  const { t: words } = useTranslation('board-columns')
  const { room } = useDesk()
  const first = useBoardPart(({ columns }) => columns[0]?.id)
  const last = useBoardPart(({ columns }) => columns.at(-1)?.id)
  const [isLimiting, setLimiting] = useState(false)
  const move = useMoveColumn()
  const remove = useRemoveColumn()
  const name = column.name || t('column.unnamed')
  return (
    <>
      <MenuTrigger>
        <IconButton size="small" label={t('column.menu', { name })}>
          <MoreHorizontal aria-hidden size={16} />
        </IconButton>
        <Menu>
          <MenuItem icon={<PencilLine size={16} />} onAction={onRename}>
            {t('column.rename')}
          </MenuItem>
          <MenuItem
            icon={<ArrowLeft size={16} />}
            isDisabled={first === column.id}
            onAction={() => move(column, -1)}
          >
            {t('column.moveLeft')}
          </MenuItem>
          <MenuItem
            icon={<ArrowRight size={16} />}
            isDisabled={last === column.id}
            onAction={() => move(column, 1)}
          >
            {t('column.moveRight')}
          </MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Gauge size={16} />} onAction={() => setLimiting(true)}>
            {words('limit.set')}
          </MenuItem>
          <MenuSection
            selectionMode="multiple"
            selectedKeys={column.done ? ['done'] : []}
            aria-label={name}
          >
            <MenuItem
              id="done"
              icon={<CircleCheck size={16} />}
              onAction={() => setColumnDone(room.doc, column.id, !column.done)}
            >
              {words('done.mark')}
            </MenuItem>
          </MenuSection>
          <MenuSeparator />
          <ColumnCardsMenu column={column} />
          <MenuItem icon={<Trash2 size={16} />} onAction={() => remove(column)}>
            {t('column.remove')}
          </MenuItem>
        </Menu>
      </MenuTrigger>
      {isLimiting && <ColumnLimitDialog column={column} onClose={() => setLimiting(false)} />}
    </>
  )
}
