import type { Card } from '@atelier/shared/boards/card'
import type { Checklist } from '@atelier/shared/boards/checklist'
import { ArrowDown, ArrowUp, Eye, EyeOff, MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem } from '../../ui/menu'
import { useDesk } from '../board-context'
import { useRemoveChecklist } from './use-checklist-removal'
import { useMoveList } from './use-move-list'

type Props = {
  card: Card
  list: Checklist
  name: string
  hidesDone: boolean
  onHideDone(list: string, isHidden: boolean): void
  onRename(): void
}

/** What one does with a whole list. Readers can still put out of sight what is done. */
export function ChecklistMenu({ card, list, name, hidesDone, onHideDone, onRename }: Props) {
  const { t } = useTranslation('card')
  const { editable } = useDesk()
  const remove = useRemoveChecklist(card.id)
  const { step, canStep } = useMoveList(card)
  const hasDone = list.items.some(({ done }) => done)
  if (!editable && !hasDone) return null
  return (
    <MenuTrigger>
      <IconButton size="small" className="ms-auto" label={t('checklist.menu', { name })}>
        <MoreHorizontal aria-hidden size={16} />
      </IconButton>
      <Menu placement="bottom end">
        {editable && (
          <MenuItem icon={<Pencil size={16} />} onAction={onRename}>
            {t('checklist.rename')}
          </MenuItem>
        )}
        {editable &&
          ([-1, 1] as const).map((side) => (
            <MenuItem
              key={side}
              icon={side < 0 ? <ArrowUp size={16} /> : <ArrowDown size={16} />}
              shortcut={['Alt', 'Shift', side < 0 ? '↑' : '↓']}
              isDisabled={!canStep(list.id, side)}
              onAction={() => step(list.id, side)}
            >
              {t(side < 0 ? 'checklist.up' : 'checklist.down')}
            </MenuItem>
          ))}
        {hasDone && (
          <MenuItem
            icon={hidesDone ? <Eye size={16} /> : <EyeOff size={16} />}
            onAction={() => onHideDone(list.id, !hidesDone)}
          >
            {t(hidesDone ? 'checklist.showDone' : 'checklist.hideDone')}
          </MenuItem>
        )}
        {editable && (
          <MenuItem icon={<Trash2 size={16} />} onAction={() => remove(list, name)}>
            {t('checklist.remove')}
          </MenuItem>
        )}
      </Menu>
    </MenuTrigger>
  )
}
