import type { Column } from '@atelier/shared/boards/board'
import { ArrowLeft, ArrowRight, MoreHorizontal, PencilLine, Trash2 } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { useColumns } from './board-context'
import { useMoveColumn } from './use-move-column'
import { useRemoveColumn } from './use-remove-column'

export function ColumnMenu({ column, onRename }: { column: Column; onRename(): void }) {
  const { t } = useTranslation('boards')
  const columns = useColumns()
  const move = useMoveColumn()
  const remove = useRemoveColumn()
  const name = column.name || t('column.unnamed')
  return (
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
          isDisabled={columns[0]?.id === column.id}
          onAction={() => move(column, -1)}
        >
          {t('column.moveLeft')}
        </MenuItem>
        <MenuItem
          icon={<ArrowRight size={16} />}
          isDisabled={columns.at(-1)?.id === column.id}
          onAction={() => move(column, 1)}
        >
          {t('column.moveRight')}
        </MenuItem>
        <MenuItem icon={<Trash2 size={16} />} onAction={() => remove(column)}>
          {t('column.remove')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
