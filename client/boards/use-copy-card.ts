import { archiveCard } from '@atelier/shared/boards/card-edits'
import { copyCard } from '@atelier/shared/boards/copy-edits'
import { useCallback } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { toast } from '../ui/toast'
import { useDesk } from './board-context'
import { focusCard } from './focus-card'

/** Puts a copy of the card below it, with all that is on it, and goes there. */
export function useCopyCard(): (id: string) => void {
  const { room, store, announce } = useDesk()
  const { t } = useTranslation('board-fast')
  return useCallback(
    (id) => {
      const card = store.read().cards.get(id)
      if (!card) return
      const to = { column: card.column, spot: { after: id }, createdBy: room.me.id } as const
      const made = flushSync(() => copyCard(room.doc, id, to))
      if (made === null) return
      focusCard(made)
      const said = t('copied', { title: card.title })
      announce(said)
      toast({
        text: said,
        action: { label: t('pasted.undo'), onPress: () => archiveCard(room.doc, made) },
      })
    },
    [room, store, announce, t],
  )
}
