import { type PageKind, roomName } from '@atelier/shared/sync/room-name'
import { useNavigate } from '@tanstack/react-router'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { markJustMade } from './use-just-made'

const json = { title: '' }

/** Makes a doc or board without a title and opens it: the caret waits in its title there. */
export function useCreateRoom(projectId: string) {
  const navigate = useNavigate()
  const param = { id: projectId }
  return useChange(
    async (kind: PageKind) => {
      const made =
        kind === 'doc'
          ? await ask(api.projects[':id'].docs.$post({ param, json }))
          : await ask(api.projects[':id'].boards.$post({ param, json }))
      return { kind, id: made.id }
    },
    {
      renews: [['project', projectId], ['projects']],
      done: ({ kind, id }) => {
        markJustMade(roomName(kind, id))
        return kind === 'doc'
          ? navigate({ to: '/docs/$docId', params: { docId: id } })
          : navigate({ to: '/boards/$boardId', params: { boardId: id } })
      },
    },
  )
}
