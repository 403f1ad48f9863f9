import type { RoomKind } from '@atelier/shared/sync/room-name'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'

/** Makes an untitled doc or board and opens it: its title is written there. */
export function useCreateRoom(projectId: string) {
  const { t } = useTranslation('projects')
  const navigate = useNavigate()
  const param = { id: projectId }
  return useChange(
    async (kind: RoomKind) => {
      const json = { title: t(`untitled.${kind}`) }
      const made =
        kind === 'doc'
          ? await ask(api.projects[':id'].docs.$post({ param, json }))
          : await ask(api.projects[':id'].boards.$post({ param, json }))
      return { kind, id: made.id }
    },
    {
      renews: [['project', projectId], ['projects']],
      done: ({ kind, id }) =>
        void (kind === 'doc'
          ? navigate({ to: '/docs/$docId', params: { docId: id } })
          : navigate({ to: '/boards/$boardId', params: { boardId: id } })),
    },
  )
}
