import type { BinnedRoom } from '@atelier/shared/projects/bin'
import { useTranslation } from 'react-i18next'
import type { LiveKey } from '../api/live-keys'
import { useChange } from '../api/use-change'
import { toast } from '../ui/toast'
import { binActs } from './bin-acts'

type Kind = BinnedRoom['kind']
type Room = { id: string; title: string }

export const binRenews = (projectId: string): LiveKey[] => [
  ['project', projectId],
  ['projects'],
  ['bin', projectId],
  ['my-docs'],
  ['workshops', projectId],
]

/** Into a project's bin and out of it; what takes something away can be undone. */
export function useBinChanges(kind: Kind, projectId: string) {
  const { t } = useTranslation('organise')
  const { t: projects } = useTranslation('projects')
  const renews = binRenews(projectId)
  const nameOf = ({ title }: Room) => title || projects(`untitled.${kind}`)
  const restore = useChange(
    async (room: Room) => {
      await binActs[kind].restore(room.id)
      return room
    },
    { renews, done: (room) => toast({ text: t('bin.restored', { title: nameOf(room) }) }) },
  )
  const trash = useChange(
    async (room: Room) => {
      await binActs[kind].trash(room.id)
      return room
    },
    {
      renews,
      done: (room) =>
        toast({
          text: t('bin.gone', { title: nameOf(room) }),
          action: { label: t('undo'), onPress: () => restore.mutate(room) },
        }),
    },
  )
  return { restore, trash }
}
