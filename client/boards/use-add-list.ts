import { addCardsWith } from '@atelier/shared/boards/card-batch-edits'
import { archiveCards } from '@atelier/shared/boards/card-edits'
import { mostPasted, readPastedList } from '@atelier/shared/boards/pasted-list'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../ui/toast'
import { useDesk } from './board-context'
import { focusCard } from './focus-card'
import type { LanePlace } from './lanes/lane-place'
import { useLaneGift } from './lanes/use-lane-gift'

/** Makes a card of every line, at the end of a column, and offers to take that back. `done` hears the new ids, once it is known whose they are. */
export function useAddList(): (
  text: string,
  columnId: string,
  lane: LanePlace | null,
  done?: (ids: readonly string[]) => void,
) => void {
  const { room, announce } = useDesk()
  const { t } = useTranslation('board-fast')
  const gift = useLaneGift()
  return useCallback(
    (text, column, lane, done) => {
      const { cards, lines } = readPastedList(text)
      gift(lane, column, cards, (all) => {
        const ids = addCardsWith(room.doc, all, { column, createdBy: room.me.id })
        if (ids.length === 0) return
        const added = t('pasted.added', { count: ids.length })
        const left = lines > mostPasted ? ` ${t('pasted.most', { most: mostPasted, lines })}` : ''
        announce(added + left)
        toast({
          text: added + left,
          action: { label: t('pasted.undo'), onPress: () => archiveCards(room.doc, ids) },
        })
        done?.(ids)
      })
    },
    [room, announce, t, gift],
  )
}

/** Whether text is more than one line that says anything. */
export const isList = (text: string): boolean => readPastedList(text).lines > 1

export const focusFirst = (ids: readonly string[]): void => {
  // They are drawn only after this edit.
  requestAnimationFrame(() => ids[0] && focusCard(ids[0]))
}
