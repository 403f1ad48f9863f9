import { ungroup } from '@atelier/shared/workshops/group-edits'
import { restoreGroup } from '@atelier/shared/workshops/restore-group-edits'
import type { Group } from '@atelier/shared/workshops/wall'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../../ui/toast'
import { useNoteName } from './use-note-name'
import { useWallDesk } from './wall-desk'

/** Takes a group off and leaves its notes, with a way back. */
export function useDissolve(): (group: Group) => void {
  const { room, focusNext } = useWallDesk()
  const { t } = useTranslation('workshop-wall')
  const name = useNoteName()
  return useCallback(
    (group) => {
      focusNext.current = group.notes[0]?.id ?? null
      if (!ungroup(room.doc, group.id)) return
      toast({
        text: t('done.groupGone', { group: name.ofGroup(group) }),
        action: {
          label: t('done.undo'),
          onPress: () => void restoreGroup(room.doc, group.id, group.notes),
        },
      })
    },
    [room, focusNext, t, name],
  )
}
