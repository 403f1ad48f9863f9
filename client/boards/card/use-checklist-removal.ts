import type { Checklist, ChecklistItem } from '@atelier/shared/boards/checklist'
import { removeChecklist, removeItem } from '@atelier/shared/boards/checklist-edits'
import { restoreChecklist, restoreItem } from '@atelier/shared/boards/restore-checklist-edits'
import { useTranslation } from 'react-i18next'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'
import { focusLater } from './focus-later'
import { heirOfItem } from './heir-of-item'

/** Removes a list with its items, and offers to bring all of it back. */
export function useRemoveChecklist(card: string): (list: Checklist, name: string) => void {
  const { room } = useDesk()
  const { t } = useTranslation('card')
  const undo = useUndoLabel()
  return ({ id, items }, name) => {
    if (!removeChecklist(room.doc, card, id)) return
    toast({
      text: t('checklist.removed', { name, count: items.length }),
      action: { label: undo, onPress: () => restoreChecklist(room.doc, card, id) },
    })
  }
}

export function useRemoveItem(card: string): (item: ChecklistItem) => void {
  const { room } = useDesk()
  const { t } = useTranslation('card')
  const undo = useUndoLabel()
  return ({ id, text }) => {
    const heir = heirOfItem(id)
    if (!removeItem(room.doc, card, id)) return
    focusLater(() => heir)
    toast({
      text: t('item.removed', { text: shortened(text) }),
      action: { label: undo, onPress: () => restoreItem(room.doc, card, id) },
    })
  }
}

const useUndoLabel = () => useTranslation('boards').t('undo')

const shownLetters = 60
const shortened = (text: string) =>
  text.length > shownLetters ? `${text.slice(0, shownLetters).trimEnd()}…` : text
