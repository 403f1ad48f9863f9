import type { BinnedRoom } from '@atelier/shared/projects/bin'
import { Hono } from 'hono'
import { loadProject } from '../access/project-access-queries'
import { listBinnedBoards } from '../boards/board-bin-queries'
import { listBinnedDocs } from '../docs/doc-bin-queries'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'

/** A project's bin: docs and boards, the latest first. */
export const binRoutes = (deps: Deps) =>
  new Hono().get('/projects/:id/bin', withActor(deps), async (c) => {
    const { actor } = c.var
    const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
    const docs = await listBinnedDocs(deps.db, actor, project.id)
    const boards = await listBinnedBoards(deps.db, actor, project.id)
    return c.json<BinnedRoom[]>([...docs, ...boards].sort(latestFirst))
  })

const latestFirst = (one: BinnedRoom, other: BinnedRoom) =>
  Date.parse(other.trashedAt) - Date.parse(one.trashedAt)
