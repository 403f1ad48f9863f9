import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../../ui/toast'
import { useWallDesk } from './wall-desk'

/** This person's own last step on the wall, taken back or done again, and said. */
export function useUndoWithWords() {
  const { undo } = useWallDesk()
  const { t } = useTranslation('workshop-wall')
  return useMemo(
    () => ({
      undo: () => void toast({ text: t(undo.undo() ? 'done.undone' : 'done.nothingToUndo') }),
      redo: () => void toast({ text: t(undo.redo() ? 'done.redone' : 'done.nothingToRedo') }),
    }),
    [undo, t],
  )
}
