import { changeProject, newProject, setMember } from '@atelier/shared/projects/project'
import { Hono } from 'hono'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import type { Audience } from '../notices/notices'
import { requireDepartments } from '../people/organisation-queries'
import { loadPerson } from '../people/person-queries'
import {
  changeProjectRow,
  insertProject,
  putMember,
  removeMember,
  setArchived,
} from './project-change-queries'
import { loadProjectPage } from './project-page-queries'
import { listProjects, loadProjectCard } from './project-queries'
import { tellProject } from './tell-project'

/** Learning projects and who takes part. */
export const projectRoutes = (deps: Deps) =>
  new Hono()
    .get('/projects', withActor(deps), async (c) =>
      c.json(await listProjects(deps.db, c.var.actor, deps.whoIsHere)),
    )

    .post('/projects', withActor(deps), withBody(newProject), async (c) => {
      const { actor } = c.var
      const { workspaceId, personId } = actor
      requireCan(actor, 'create-project', { kind: 'workspace', workspaceId })
      const wish = c.req.valid('json')
      await requireDepartments(deps.db, workspaceId, wish.departmentIds)
      const id = await insertProject(deps.db, { ...wish, workspaceId, createdBy: personId })
      tellProject(deps, id)
      return c.json(await loadProjectCard(deps.db, actor, id, deps.whoIsHere), 201)
    })

    .get('/projects/:id', withActor(deps), async (c) => {
      const id = requireId(c.req.param('id'))
      return c.json(await loadProjectPage(deps.db, c.var.actor, id, deps.whoIsHere))
    })

    .patch('/projects/:id', withActor(deps), withBody(changeProject), async (c) => {
      const { actor } = c.var
      const change = c.req.valid('json')
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'change', project)
      await requireDepartments(deps.db, project.workspaceId, change.departmentIds ?? [])
      await changeProjectRow(deps.db, project.id, change)
      tellProject(deps, project.id)
      return c.json(await loadProjectCard(deps.db, actor, project.id, deps.whoIsHere))
    })

    .post('/projects/:id/archive', withActor(deps), async (c) => {
      const project = await loadProject(deps.db, c.var.actor, requireId(c.req.param('id')))
      requireCan(c.var.actor, 'archive', project)
      await archive(deps, project.id, true)
      return c.body(null, 204)
    })

    .post('/projects/:id/restore', withActor(deps), async (c) => {
      const project = await loadProject(deps.db, c.var.actor, requireId(c.req.param('id')))
      requireCan(c.var.actor, 'archive', project)
      await archive(deps, project.id, false)
      return c.body(null, 204)
    })

    .put('/projects/:id/members/:personId', withActor(deps), withBody(setMember), async (c) => {
      const { actor } = c.var
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      requireCan(actor, 'manage', project)
      const { row } = await loadPerson(deps.db, actor, requireId(c.req.param('personId')))
      await putMember(deps.db, project, row.id, c.req.valid('json').role)
      membershipChanged(deps, project.id, row.id)
      return c.body(null, 204)
    })

    /** Anyone may leave; a lead may take others out. */
    .delete('/projects/:id/members/:personId', withActor(deps), async (c) => {
      const { actor } = c.var
      const project = await loadProject(deps.db, actor, requireId(c.req.param('id')))
      const personId = requireId(c.req.param('personId'))
      if (personId !== actor.personId) requireCan(actor, 'manage', project)
      await removeMember(deps.db, project.id, personId)
      membershipChanged(deps, project.id, personId)
      return c.body(null, 204)
    })

async function archive(deps: Deps, projectId: string, archived: boolean) {
  const roomIds = await setArchived(deps.db, projectId, archived)
  deps.accessChanges.report({ roomIds })
  tellProject(deps, projectId)
}

function membershipChanged(deps: Deps, projectId: string, personId: string) {
  deps.accessChanges.report({ personIds: [personId] })
  tellProject(deps, projectId)
  // Whoever was taken out is no longer among the project's readers.
  const them: Audience = { kind: 'people', personIds: [personId] }
  deps.notices.tell({ what: 'projects' }, them)
  deps.notices.tell({ what: 'project', id: projectId }, them)
}
