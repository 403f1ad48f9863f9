import type { Column } from '@atelier/shared/boards/board'
import { moveColumn } from '@atelier/shared/boards/column-edits'
import { useTranslation } from 'react-i18next'
import { useDesk } from './board-context'

/** Moves a column one place to the left (-1) or right (1) and says where it is now. */
export function useMoveColumn(): (column: Column, by: -1 | 1) => void {
  const { room, store, announce } = useDesk()
  const { t } = useTranslation('boards')
  return ({ id, name }, by) => {
    const { columns } = store.read()
    const neighbour = columns[columns.findIndex((column) => column.id === id) + by]
    if (!neighbour) return
    moveColumn(room.doc, id, by < 0 ? { before: neighbour.id } : { after: neighbour.id })
    const position = store.read().columns.findIndex((column) => column.id === id) + 1
    const words = { name: name || t('column.unnamed'), position, count: columns.length }
    announce(t('column.moved', words))
  }
}
