import { newUuid } from '@atelier/shared/basics/uuid'
import type { BuiltInTemplate } from '@atelier/shared/docs/doc-contract'
import type { BuiltInContent, DocContent } from '@atelier/shared/docs/doc-lists'
import type { ProjectPage } from '@atelier/shared/projects/project'
import { type PageKind, roomName } from '@atelier/shared/sync/room-name'
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMe } from '../access/session'
import { api, ask } from '../api/api'
import { codeOf } from '../api/request-failed'
import { useChange } from '../api/use-change'
import { readRecord } from '../offline/kept-records'
import { waitingKey } from '../offline/waiting-key'
import { useSyncIdentity } from '../sync/sync-identity'
import { promiseFirstText } from './first-text'
import { markJustMade } from './use-just-made'

const json = { title: '' }

type Template = { builtIn: BuiltInTemplate } | { docId: string }
/** A board, an empty doc, or a doc somewhere in the tree or made from something. */
export type NewRoom = PageKind | { parentId?: string; template?: Template }

/** Makes a doc or board without a title and opens it: the caret waits in its title there. */
export function useCreateRoom(projectId: string) {
  const navigate = useNavigate()
  const param = { id: projectId }
  const queries = useQueryClient()
  const beginHere = useBeginHere(projectId)
  /** The server may have made it although its answer was lost: begun here, it is the same doc. */
  const makeEmptyDoc = () => {
    const id = newUuid()
    const asked = ask(api.projects[':id'].docs.$post({ param, json: { ...json, id } }))
    return asked.catch((error: unknown) => beginHere(error, { kind: 'doc', id }))
  }
  /** Under an id of its own, too: the server's would have its columns as well as those begun here. */
  const makeBoard = () =>
    ask(api.projects[':id'].boards.$post({ param, json })).catch((error: unknown) =>
      beginHere(error, { kind: 'board', id: newUuid() }),
    )
  /** Under an id of its own: what the server may have made of a template is another doc. */
  const makeDocFrom = (wish: Exclude<NewRoom, PageKind>) => {
    const asked = ask(api.projects[':id'].docs.$post({ param, json: { ...json, ...wish } }))
    return asked.catch(async (error: unknown) => {
      const text = firstTextOf(queries, projectId, wish)
      if (!text) throw error
      const begun = await beginHere(error, { kind: 'doc', id: newUuid() })
      promiseFirstText(begun.id, text)
      return begun
    })
  }
  return useChange(
    async (wish: NewRoom) => {
      const kind: PageKind = wish === 'board' ? 'board' : 'doc'
      const made =
        typeof wish === 'object'
          ? await makeDocFrom(wish)
          : wish === 'doc'
            ? await makeEmptyDoc()
            : await makeBoard()
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

/** Only of those that come with Atelier: what others offer has pictures of their own, which lie elsewhere. */
function firstTextOf(
  queries: QueryClient,
  projectId: string,
  { template, parentId }: Exclude<NewRoom, PageKind>,
): DocContent | undefined {
  if (!template || !('builtIn' in template) || parentId !== undefined) return undefined
  const known = queries.getQueryData<{ builtIn: BuiltInContent[] }>(['templates', projectId])
  return known?.builtIn.find(({ id }) => id === template.builtIn)
}

/** A doc or board can also be begun while the server is away; anything else that went wrong, goes wrong. */
function useBeginHere(projectId: string) {
  const who = useSyncIdentity()
  const person = useMe()
  const queries = useQueryClient()
  return async (error: unknown, begun: { kind: PageKind; id: string }) => {
    const page = who && (await readRecord<ProjectPage>(who, ['project', projectId]))
    if (codeOf(error) !== 'unreachable' || !page) throw error
    const { beginRoom } = await import('./begin-room')
    const { id, name, colour, language } = person
    const made = await beginRoom({ ...begun, language }, page, { who, me: { id, name, colour } })
    void queries.invalidateQueries({ queryKey: waitingKey(who.personId) })
    return made
  }
}
