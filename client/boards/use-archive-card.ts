import { archiveCard, restoreCard } from '@atelier/shared/boards/card-edits'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../ui/toast'
import { useDesk } from './board-context'
import { cardBeside } from './card-neighbours'
import { focusCard } from './focus-card'

/** Archives a card, offers to take that back, and hands the keyboard to a card near it. */
export function useArchiveCard(): (id: string) => void {
  const { room, store } = useDesk()
  const { t } = useTranslation('boards')
  return useCallback(
    (id) => {
      const { columns, cards } = store.read()
      const title = cards.get(id)?.title || t('card.untitled')
      const heir = nextInColumn(columns, id) ?? cardBeside(columns, id, 1)
      if (!archiveCard(room.doc, id)) return
      if (heir) focusCard(heir)
      toast({
        text: t('card.archived', { title }),
        action: {
          label: t('undo'),
          onPress: () => {
            restoreCard(room.doc, id)
            focusCard(id)
          },
        },
      })
    },
    [room, store, t],
  )
}

type Columns = Parameters<typeof cardBeside>[0]

function nextInColumn(columns: Columns, id: string): string | null {
  for (const { cards } of columns) {
    const at = cards.findIndex((card) => card.id === id)
    if (at >= 0) return (cards[at + 1] ?? cards[at - 1])?.id ?? null
  }
  return null
}
