import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../ui/toast'
import { useDesk } from './board-context'

/** This person's own last step, taken back or done again, and said. */
export function useUndoWithWords() {
  const { undo, editable } = useDesk()
  const { t } = useTranslation('boards')
  return useMemo(
    () => ({
      undo: () => {
        if (editable) toast({ text: t(undo.undo() ? 'undone' : 'nothingToUndo') })
      },
      redo: () => {
        if (editable) toast({ text: t(undo.redo() ? 'redone' : 'nothingToRedo') })
      },
    }),
    [undo, editable, t],
  )
}
