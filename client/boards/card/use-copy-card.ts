import type { Card } from '@atelier/shared/boards/card'
import { copyCard } from '@atelier/shared/boards/copy-edits'
import { useTranslation } from 'react-i18next'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'

/** Puts a copy right below the card, or at the end of the column it was archived from, and offers to open it. */
export function useCopyCard(): (card: Card) => void {
  const { room, openCard } = useDesk()
  const { t } = useTranslation(['card', 'boards'])
  return ({ id, title, column, archivedAt }) => {
    const spot = archivedAt === null ? { after: id } : 'end'
    const made = copyCard(room.doc, id, { column, spot, createdBy: room.me.id })
    if (made === null) return void toast({ text: t('copy.noColumn'), tone: 'danger' })
    toast({
      text: t('copy.done', { title: title || t('boards:card.untitled') }),
      action: { label: t('open'), onPress: () => openCard(made) },
    })
  }
}
