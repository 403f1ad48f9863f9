import { newUuid } from '@atelier/shared/basics/uuid'
import type { BuiltInTemplate } from '@atelier/shared/docs/doc-contract'
import type { ProjectPage } from '@atelier/shared/projects/project'
import { type PageKind, roomName } from '@atelier/shared/sync/room-name'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMe } from '../access/session'
import { api, ask } from '../api/api'
import { codeOf } from '../api/request-failed'
import { useChange } from '../api/use-change'
import { readRecord } from '../offline/kept-records'
import { useSyncIdentity } from '../sync/sync-identity'
import { markJustMade } from './use-just-made'
import { waitingKey } from './waiting-key'

const json = { title: '' }

type Template = { builtIn: BuiltInTemplate } | { docId: string }
/** A board, an empty doc, or a doc somewhere in the tree or made from something. */
export type NewRoom = PageKind | { parentId?: string; template?: Template }

/** Makes a doc or board without a title and opens it: the caret waits in its title there. */
export function useCreateRoom(projectId: string) {
  const navigate = useNavigate()
  const param = { id: projectId }
  const beginHere = useBeginHere(projectId)
  /** The server may have made it although its answer was lost: begun here, it is the same doc. */
  const makeEmptyDoc = () => {
    const id = newUuid()
    const asked = ask(api.projects[':id'].docs.$post({ param, json: { ...json, id } }))
    return asked.catch((error: unknown) => beginHere(error, id))
  }
  return useChange(
    async (wish: NewRoom) => {
      const kind: PageKind = wish === 'board' ? 'board' : 'doc'
      const made =
        typeof wish === 'object'
          ? await ask(api.projects[':id'].docs.$post({ param, json: { ...json, ...wish } }))
          : wish === 'doc'
            ? await makeEmptyDoc()
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

/** A doc can also be begun while the server is away; anything else that went wrong, goes wrong. */
function useBeginHere(projectId: string) {
  const who = useSyncIdentity()
  const person = useMe()
  const queries = useQueryClient()
  return async (error: unknown, id: string): Promise<{ id: string }> => {
    const page = who && (await readRecord<ProjectPage>(who, ['project', projectId]))
    if (codeOf(error) !== 'unreachable' || !page) throw error
    const { beginDoc } = await import('./begin-doc')
    const me = { id: person.id, name: person.name, colour: person.colour }
    const begun = await beginDoc(id, page, { who, me })
    void queries.invalidateQueries({ queryKey: waitingKey(who.personId) })
    return begun
  }
}
