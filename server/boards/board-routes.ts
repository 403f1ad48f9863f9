import { firstColumns } from '@atelier/shared/boards/first-columns'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { newBoard } from '@atelier/shared/projects/project'
import { roomName } from '@atelier/shared/sync/room-name'
import { Hono } from 'hono'
import { loadBoard } from '../access/board-access-queries'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { loadMe } from '../people/person-queries'
import { boardPageOf, loadRoom } from '../projects/room-queries'
import { tellProject } from '../projects/tell-project'
import { hasMadeBoard, insertBoard } from './board-queries'
import { readingBoards } from './reading-boards'

export const boardRoutes = (deps: Deps) =>
  new Hono()
    .post('/projects/:id/boards', withActor(deps), withBody(newBoard), async (c) => {
      const { actor } = c.var
      const { id: begun, title, columns: wished } = c.req.valid('json')
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'edit', project)
      const maker = { projectId: project.id, createdBy: actor.personId }
      if (begun && (await hasMadeBoard(deps.db, { id: begun, ...maker })))
        return c.json({ id: begun, title }, 201)
      const columns = wished ?? firstColumns[(await loadMe(deps.db, actor.personId)).language]
      const summary = { title, columns: columns.map((name) => ({ title: name, cards: 0 })) }
      const id = await insertBoard(deps.db, summary, {
        id: begun,
        workspaceId: project.workspaceId,
        ...maker,
        update: newBoardUpdate({ title, columns, done: wished ? [] : columns.slice(-1) }),
      })
      tellProject(deps, project.id)
      return c.json({ id, title }, 201)
    })

    .get('/boards/:id', withActor(deps), async (c) => {
      const { actor } = c.var
      const board = await loadBoard(deps.db, actor, requireId(c.req.param('id')))
      return c.json(boardPageOf(actor, board))
    })

    .get('/boards/:id/content', withActor(deps), async (c) => {
      const room = await loadRoom(deps.db, c.var.actor, 'board', requireId(c.req.param('id')))
      const { personId } = c.var.actor
      const read = () => deps.rooms.read(roomName('board', room.id))
      const update = await readingBoards(personId, read)
      return c.body(new Uint8Array(update), 200, { 'Content-Type': 'application/octet-stream' })
    })
