import { removeNotes, restoreNotes } from '@atelier/shared/workshops/wall-edits'
import { wallStoreOf } from '@atelier/shared/workshops/wall-store'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../../ui/toast'
import { useWallDesk } from './wall-desk'

/** Takes a note off that says and shows nothing, with a way back. Answers whether it did. */
export function useRemoveIfEmpty(): (id: string) => boolean {
  const { room } = useWallDesk()
  const { t } = useTranslation('workshop-wall')
  return useCallback(
    (id) => {
      const note = wallStoreOf(room.doc).read().byId.get(id)
      const isBlank = note?.text.trim() === '' && note.drawing.length === 0 && !note.picture
      if (!isBlank) return false
      removeNotes(room.doc, [id])
      toast({
        text: t('done.emptyRemoved'),
        action: { label: t('done.undo'), onPress: () => void restoreNotes(room.doc, [id]) },
      })
      return true
    },
    [room, t],
  )
}
