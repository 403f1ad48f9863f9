import type { Column } from '@atelier/shared/boards/board'
import { removeColumn, restoreColumn } from '@atelier/shared/boards/column-edits'
import { useTranslation } from 'react-i18next'
import { toast } from '../ui/toast'
import { useDesk } from './board-context'

/** Removes a column with its cards, and offers to bring all of it back. */
export function useRemoveColumn(): (column: Column) => void {
  const { room } = useDesk()
  const { t } = useTranslation('boards')
  return ({ id, name, cards }) => {
    if (!removeColumn(room.doc, id)) return
    const words = { name: name || t('column.unnamed'), count: cards.length }
    toast({
      text: t('column.removed', words),
      action: { label: t('undo'), onPress: () => restoreColumn(room.doc, id) },
    })
  }
}
