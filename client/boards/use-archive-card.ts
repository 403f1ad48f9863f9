import { archiveCards, restoreCards } from '@atelier/shared/boards/card-edits'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../ui/toast'
import { useDesk } from './board-context'
import { focusInView } from './card-in-front'
import { cardBeside } from './card-neighbours'
import { laneAt } from './lanes/lane-place'
import { columnsAround } from './lanes/lane-window'
import { type Moved, movedIds } from './move-spots'

/** Archives a card, or several in one edit, offers to take that back, and hands the keyboard to a card near. */
export function useArchiveCard(): (moved: Moved) => void {
  const { room, store } = useDesk()
  const { t } = useTranslation('boards')
  const { t: more } = useTranslation('board-columns')
  return useCallback(
    (moved) => {
      const ids = movedIds(moved)
      const { columns: all, cards } = store.read()
      const columns = columnsAround(laneAt(document.activeElement), all)
      const title = cards.get(ids[0] ?? '')?.title || t('card.untitled')
      const heir = heirOf(columns, ids)
      if (archiveCards(room.doc, ids) === 0) return
      if (heir) focusInView(heir)
      toast({
        text:
          ids.length > 1 ? more('archived', { count: ids.length }) : t('card.archived', { title }),
        action: {
          label: t('undo'),
          onPress: () => {
            restoreCards(room.doc, ids)
            focusInView(ids[0] ?? '')
          },
        },
      })
    },
    [room, store, t, more],
  )
}

type Columns = Parameters<typeof cardBeside>[0]

/** Who has the keyboard when these are gone: the next in their column, else one beside. */
function heirOf(columns: Columns, ids: readonly string[]): string | null {
  const gone = new Set(ids)
  const last = ids.at(-1) ?? ''
  const left = columns.map(({ cards }) => ({
    cards: cards.filter(({ id }) => id === last || !gone.has(id)),
  }))
  return nextInColumn(left, last) ?? cardBeside(left, last, 1)
}

function nextInColumn(columns: Columns, id: string): string | null {
  for (const { cards } of columns) {
    const at = cards.findIndex((card) => card.id === id)
    if (at >= 0) return (cards[at + 1] ?? cards[at - 1])?.id ?? null
  }
  return null
}
