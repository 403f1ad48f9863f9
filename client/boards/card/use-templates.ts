import type { Card } from '@atelier/shared/boards/card'
import {
  copyCard,
  removeTemplate,
  restoreTemplate,
  saveAsTemplate,
} from '@atelier/shared/boards/copy-edits'
import { useTranslation } from 'react-i18next'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'

/** Keeps a copy of a card to make others from, and offers to look at it. */
export function useSaveAsTemplate(): (card: Card) => void {
  const { room, openCard } = useDesk()
  const { t } = useTranslation(['card', 'boards'])
  return ({ id, title }) => {
    const made = saveAsTemplate(room.doc, id, room.me.id)
    if (made === null) return
    toast({
      text: t('template.saved', { title: title || t('boards:card.untitled') }),
      action: { label: t('open'), onPress: () => openCard(made) },
    })
  }
}

/** Makes a card of a template at the end of a column, and answers its id. */
export function useCardFromTemplate(): (
  template: Card,
  column: { id: string; name: string },
) => string | null {
  const { room, announce } = useDesk()
  const { t } = useTranslation(['boards'])
  return ({ id, title }, column) => {
    const to = { column: column.id, spot: 'end', createdBy: room.me.id } as const
    const made = copyCard(room.doc, id, to)
    if (made !== null)
      announce(
        t('card.added', {
          title: title || t('card.untitled'),
          column: column.name || t('column.unnamed'),
        }),
      )
    return made
  }
}

export function useRemoveTemplate(): (template: Card) => void {
  const { room } = useDesk()
  const { t } = useTranslation(['card', 'boards'])
  return ({ id, title }) => {
    if (!removeTemplate(room.doc, id)) return
    toast({
      text: t('template.removed', { title: title || t('boards:card.untitled') }),
      action: { label: t('boards:undo'), onPress: () => restoreTemplate(room.doc, id) },
    })
  }
}
