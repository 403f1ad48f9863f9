import type { Card } from '@atelier/shared/boards/card'
import type { ChecklistItem } from '@atelier/shared/boards/checklist'
import { itemToCard } from '@atelier/shared/boards/checklist-edits'
import { useTranslation } from 'react-i18next'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'
import { focusLater } from './focus-later'
import { heirOfItem } from './heir-of-item'

/** Makes a card of an item, which is then part of this card, and offers to open it. */
export function useItemToCard(card: Card): (item: ChecklistItem) => void {
  const { room, openCard } = useDesk()
  const { t } = useTranslation('card')
  return (item) => {
    const heir = heirOfItem(item.id)
    const made = itemToCard(room.doc, card.id, item.id, room.me.id)
    if (made === null) toast({ text: t('item.noColumn'), tone: 'danger' })
    else {
      focusLater(() => heir)
      toast({
        text: t('item.madeCard'),
        action: { label: t('open'), onPress: () => openCard(made) },
      })
    }
  }
}
