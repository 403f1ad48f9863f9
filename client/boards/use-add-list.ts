import { addCardsWith } from '@atelier/shared/boards/card-batch-edits'
import { archiveCards } from '@atelier/shared/boards/card-edits'
import { mostPasted, readPastedList } from '@atelier/shared/boards/pasted-list'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../ui/toast'
import { useDesk } from './board-context'
import { focusCard } from './focus-card'

/** Makes a card of every line, at the end of a column, and offers to take that back. Answers the new ids. */
export function useAddList(): (text: string, columnId: string) => string[] {
  const { room, announce } = useDesk()
  const { t } = useTranslation('board-fast')
  return useCallback(
    (text, columnId) => {
      const { cards, lines } = readPastedList(text)
      const ids = addCardsWith(room.doc, cards, { column: columnId, createdBy: room.me.id })
      if (ids.length === 0) return ids
      const added = t('pasted.added', { count: ids.length })
      const left = lines > mostPasted ? ` ${t('pasted.most', { most: mostPasted, lines })}` : ''
      announce(added + left)
      toast({
        text: added + left,
        action: { label: t('pasted.undo'), onPress: () => archiveCards(room.doc, ids) },
      })
      return ids
    },
    [room, announce, t],
  )
}

/** Whether text is more than one line that says anything. */
export const isList = (text: string): boolean => readPastedList(text).lines > 1

export const focusFirst = (ids: readonly string[]): void => {
  // They are drawn only after this edit.
  requestAnimationFrame(() => ids[0] && focusCard(ids[0]))
}
