import { SquareCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { MenuItem } from '../ui/menu'
import { useDesk } from './board-context'
import { useIsChosen } from './card-selection'

/** In a card's menu: chooses the card, or lets go of it. */
export function ChooseItem({ id }: { id: string }) {
  const { t } = useTranslation('board-columns')
  const { selection } = useDesk()
  const isChosen = useIsChosen(selection, id)
  return (
    <MenuItem
      icon={<SquareCheck size={16} />}
      shortcut={['X']}
      onAction={() => selection.toggle(id)}
    >
      {t(isChosen ? 'chosen.deselect' : 'chosen.select')}
    </MenuItem>
  )
}
