import type { Card } from '@atelier/shared/boards/card'
import type { Checklist, ChecklistItem } from '@atelier/shared/boards/checklist'
import {
  ArrowDown,
  ArrowUp,
  ListChecks,
  MoreHorizontal,
  Pencil,
  SquarePlus,
  Trash2,
} from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem, MenuSection, MenuSeparator } from '../../ui/menu'
import { useRemoveItem } from './use-checklist-removal'
import { useItemToCard } from './use-item-to-card'
import { useMoveItem } from './use-move-item'

type Props = { card: Card; list: Checklist; item: ChecklistItem; onWrite(): void }

/** All that is done with an item, for whoever drags and knows the keys, and whoever does not. */
export function ItemMenu({ card, list, item, onWrite }: Props) {
  const { t } = useTranslation('card')
  const { step, toList, canStep } = useMoveItem(card)
  const remove = useRemoveItem(card.id)
  const makeCard = useItemToCard(card)
  const others = card.checklists.filter(({ id }) => id !== list.id)
  return (
    <MenuTrigger>
      <IconButton
        size="small"
        className="checklist-more"
        label={t('item.menu', { text: item.text })}
      >
        <MoreHorizontal aria-hidden size={16} />
      </IconButton>
      <Menu placement="bottom end">
        <MenuItem icon={<Pencil size={16} />} onAction={onWrite}>
          {t('item.edit')}
        </MenuItem>
        {card.isTemplate ? null : (
          <MenuItem icon={<SquarePlus size={16} />} onAction={() => makeCard(item)}>
            {t('item.makeCard')}
          </MenuItem>
        )}
        <MenuItem
          icon={<ArrowUp size={16} />}
          shortcut={['Alt', 'Shift', '↑']}
          isDisabled={!canStep(item.id, -1)}
          onAction={() => step(item.id, -1)}
        >
          {t('item.up')}
        </MenuItem>
        <MenuItem
          icon={<ArrowDown size={16} />}
          shortcut={['Alt', 'Shift', '↓']}
          isDisabled={!canStep(item.id, 1)}
          onAction={() => step(item.id, 1)}
        >
          {t('item.down')}
        </MenuItem>
        <MenuItem icon={<Trash2 size={16} />} onAction={() => remove(item)}>
          {t('item.remove')}
        </MenuItem>
        {others.length > 0 && <MenuSeparator />}
        {others.length > 0 && (
          <MenuSection title={t('item.toList')}>
            {others.map(({ id, name }) => (
              <MenuItem
                key={id}
                icon={<ListChecks size={16} />}
                onAction={() => toList(item.id, id)}
              >
                {name || t('checklist.unnamed')}
              </MenuItem>
            ))}
          </MenuSection>
        )}
      </Menu>
    </MenuTrigger>
  )
}
