import type { BinnedRoom } from '@atelier/shared/projects/bin'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'
import { useChange } from '../api/use-change'
import { toast } from '../ui/toast'

type Kind = BinnedRoom['kind']
type Room = { id: string; title: string }

const routes = { doc: api.docs[':id'], board: api.boards[':id'] }

export const binRenews = (projectId: string): LiveKey[] => [
  ['project', projectId],
  ['projects'],
  ['bin', projectId],
  ['my-docs'],
]

/** Into a project's bin and out of it; what takes something away can be undone. */
export function useBinChanges(kind: Kind, projectId: string) {
  const { t } = useTranslation('organise')
  const { t: projects } = useTranslation('projects')
  const renews = binRenews(projectId)
  const nameOf = ({ title }: Room) => title || projects(`untitled.${kind}`)
  const restore = useChange(
    async (room: Room) => {
      await ask(routes[kind].restore.$post({ param: { id: room.id } }))
      return room
    },
    { renews, done: (room) => toast({ text: t('bin.restored', { title: nameOf(room) }) }) },
  )
  const trash = useChange(
    async (room: Room) => {
      await ask(routes[kind].trash.$post({ param: { id: room.id } }))
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
