/** What the server knows about projects and their rooms, as live hooks. */
import type {
  BoardPage,
  DocPage,
  ProjectCard,
  ProjectPage,
  RoomPage,
} from '@atelier/shared/projects/project'
import type { PageKind } from '@atelier/shared/sync/room-name'
import { api, ask } from '../api/api'
import { liveQuery, useLiveQuery } from '../api/use-live-query'
import { orKept } from '../offline/kept-answer'

const askProjects = (): Promise<ProjectCard[]> => ask(api.projects.$get())
export const askProjectPage = (id: string): Promise<ProjectPage> =>
  ask(api.projects[':id'].$get({ param: { id } }))

const askDocPage = (id: string): Promise<DocPage> => ask(api.docs[':id'].$get({ param: { id } }))
const askBoardPage = (id: string): Promise<BoardPage> =>
  ask(api.boards[':id'].$get({ param: { id } }))
const askRoomPage = (kind: PageKind, id: string): Promise<RoomPage> =>
  kind === 'doc' ? askDocPage(id) : askBoardPage(id)

/** Asked for without looking at it, so that this device knows it. */
export const keepRoomPage = (kind: PageKind, id: string): Promise<RoomPage> =>
  orKept(['room', id], () => askRoomPage(kind, id))

/** All projects this person may see, archived ones among them. */
export const useProjects = () => useLiveQuery(['projects'], askProjects)

export const projectPageQuery = (id: string) => liveQuery(['project', id], () => askProjectPage(id))

/** One project with members, docs and boards. Without an id it waits. */
export const useProjectPage = (id: string | undefined) =>
  useLiveQuery(['project', id ?? ''], () => askProjectPage(id ?? ''), id !== undefined)

/** A doc's or board's own facts: title, project and what this person may do. */
export const useRoomPage = (kind: PageKind, id: string) =>
  useLiveQuery(['room', id], () => askRoomPage(kind, id))

export const useBoardFacts = (id: string) => useLiveQuery(['room', id], () => askBoardPage(id))

export const useDocPage = (id: string) => useLiveQuery(['room', id], () => askDocPage(id))
