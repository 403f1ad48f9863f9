import type { BinnedRoom } from '@atelier/shared/projects/bin'
import { Hono } from 'hono'
import { loadProject } from '../access/project-access-queries'
import { listBinnedBoards } from '../boards/board-bin-queries'
import { listBinnedDocs } from '../docs/doc-bin-queries'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { listBinnedWorkshops } from '../workshops/workshop-bin-queries'

/** A project's bin: docs, boards and workshops, the latest first. */
export const binRoutes = (deps: Deps) =>
  new Hono().get('/projects/:id/bin', withActor(deps), async (c) => {
    const { actor } = c.var
    const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
    const docs = await listBinnedDocs(deps.db, actor, project.id)
    const boards = await listBinnedBoards(deps.db, actor, project.id)
    const workshops = await listBinnedWorkshops(deps.db, actor, project)
    return c.json<BinnedRoom[]>([...docs, ...boards, ...workshops].sort(latestFirst))
  })

const latestFirst = (one: BinnedRoom, other: BinnedRoom) =>
  Date.parse(other.trashedAt) - Date.parse(one.trashedAt)
