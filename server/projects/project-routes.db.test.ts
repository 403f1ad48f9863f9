import { type Actor, can } from '@atelier/shared/access/can'
import { type ProjectRole, projectRoles, workspaceRoles } from '@atelier/shared/access/roles'
import type { ProjectCard } from '@atelier/shared/projects/project'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { editableBy, loadProject, withRole } from '../access/project-access-queries'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeBoard,
  makeDepartment,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { putMember, removeMember, setArchived } from './project-change-queries'
import { listProjects } from './project-queries'

let app: TestApp
let workspace: MadeWorkspace
beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
})
afterAll(() => app.stop())

const person = (wish = {}) => makePerson(app.deps.db, workspace, wish)

test('who makes a project leads it, and it says what it is about', async () => {
  const quality = await makeDepartment(app.deps.db, workspace, 'Quality')
  const ana = await person({ name: 'Ana' })
  const browser = await app.as(ana)
  const made = await browser.post('/api/projects', {
    title: ' Scrap on the milling line ',
    challenge: 'Cut it by a third before summer.',
    departmentIds: [quality.id, quality.id],
  })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({
    title: 'Scrap on the milling line',
    role: 'lead',
    archived: false,
    departments: [{ id: quality.id, name: 'Quality' }],
    members: [{ id: ana.id, name: 'Ana', role: 'lead' }],
    counts: { docs: 0, boards: 0 },
    here: [],
  })
  expect((await browser.get('/api/projects')).body).toEqual([made.body])
})

test('partners take part in projects but begin none', async () => {
  const browser = await app.as(await person({ role: 'partner' }))
  const wish = { title: 'Mine', challenge: '', departmentIds: [] }
  expect((await browser.post('/api/projects', wish)).status).toBe(403)
})

test('the list holds exactly the projects the asking person may read', async () => {
  const { db } = app.deps
  const home = await makeWorkspace(db)
  const elsewhere = await makeWorkspace(db)
  await makeProject(db, elsewhere.owner)
  const everyone: MadePerson[] = [home.owner]
  for (const role of workspaceRoles) everyone.push(await makePerson(db, home, { role }))
  const [, , , member, partner] = everyone
  if (!member || !partner) throw new Error('too few people')
  type Made = { project: MadeProject; roles: ReadonlyMap<string, ProjectRole>; archived: boolean }
  const all: Made[] = []
  for (const role of projectRoles) {
    for (const archived of [false, true]) {
      const project = await makeProject(db, home.owner, { members: [[partner, role]] })
      await setArchived(db, project.id, archived)
      const roles = new Map<string, ProjectRole>([
        [home.owner.id, 'lead'],
        [partner.id, role],
      ])
      all.push({ project, roles, archived })
    }
  }
  const own = await makeProject(db, member)
  all.push({ project: own, roles: new Map([[member.id, 'lead']]), archived: false })

  for (const asking of everyone) {
    const actor: Actor = { personId: asking.id, workspaceId: home.id, role: asking.role }
    const listed = await listProjects(db, actor, () => new Map())
    const those = (verb: 'read' | 'edit') =>
      all.filter(({ roles, archived }) => {
        const role = roles.get(asking.id) ?? null
        return can(actor, verb, { kind: 'project', workspaceId: home.id, role, archived })
      })
    const readable = those('read')
    const editable = await withRole(db, actor).where(editableBy(actor))
    expect(editable.map(({ project }) => project.id).sort(), asking.role).toEqual(
      those('edit')
        .map(({ project }) => project.id)
        .sort(),
    )
    expect(listed.map((card) => card.id).sort(), asking.role).toEqual(
      readable.map(({ project }) => project.id).sort(),
    )
    for (const { project } of all) {
      const alone = await loadProject(db, actor, project.id).then(
        () => true,
        () => false,
      )
      expect(alone).toBe(readable.some((one) => one.project.id === project.id))
    }
  }
})

describe('what each role may do', () => {
  const wish = { title: 'Changed' }
  type Try = [
    string,
    (browser: Awaited<ReturnType<TestApp['as']>>, id: string) => Promise<{ status: number }>,
  ]
  const tries: Try[] = [
    ['read', (b, id) => b.get(`/api/projects/${id}`)],
    ['add a doc', (b, id) => b.post(`/api/projects/${id}/docs`, wish)],
    ['add a board', (b, id) => b.post(`/api/projects/${id}/boards`, wish)],
    ['change', (b, id) => b.patch(`/api/projects/${id}`, wish)],
    ['archive', (b, id) => b.post(`/api/projects/${id}/archive`)],
    ['restore', (b, id) => b.post(`/api/projects/${id}/restore`)],
  ]
  const allowed: Record<string, number[]> = {
    lead: [200, 201, 201, 200, 204, 204],
    contributor: [200, 201, 201, 403, 403, 403],
    commenter: [200, 403, 403, 403, 403, 403],
    viewer: [200, 403, 403, 403, 403, 403],
    stranger: [404, 404, 404, 404, 404, 404],
  }

  test.each(Object.entries(allowed))('%s', async (role, expected) => {
    const them = await person()
    const members = projectRoles
      .filter((known) => known === role)
      .map((known) => [them, known] as [MadePerson, typeof known])
    const project = await makeProject(app.deps.db, await person(), { members })
    const browser = await app.as(them)
    const statuses: number[] = []
    for (const [, attempt] of tries) statuses.push((await attempt(browser, project.id)).status)
    expect(statuses).toEqual(expected)
  })

  test('an archived project can be read and restored, but not written', async () => {
    const lead = await person()
    const project = await makeProject(app.deps.db, lead)
    const browser = await app.as(lead)
    await browser.post(`/api/projects/${project.id}/archive`)
    expect((await browser.get(`/api/projects/${project.id}`)).body.archived).toBe(true)
    expect((await browser.patch(`/api/projects/${project.id}`, wish)).status).toBe(403)
    expect((await browser.post(`/api/projects/${project.id}/docs`, wish)).status).toBe(403)
    await browser.post(`/api/projects/${project.id}/restore`)
    expect((await browser.post(`/api/projects/${project.id}/docs`, wish)).status).toBe(201)
  })
})

describe('members', () => {
  const path = (project: MadeProject, them: MadePerson) =>
    `/api/projects/${project.id}/members/${them.id}`

  test('are added, changed and removed by a lead, and see the project just that long', async () => {
    const [lead, ben] = [await person(), await person()]
    const project = await makeProject(app.deps.db, lead)
    const [leads, bens] = [await app.as(lead), await app.as(ben)]
    expect((await leads.put(path(project, ben), { role: 'viewer' })).status).toBe(204)
    expect((await bens.get('/api/projects')).body).toMatchObject([{ role: 'viewer' }])
    expect((await leads.put(path(project, ben), { role: 'contributor' })).status).toBe(204)
    expect((await bens.get('/api/projects')).body).toMatchObject([{ role: 'contributor' }])
    expect((await bens.put(path(project, ben), { role: 'lead' })).status).toBe(403)
    expect((await leads.delete(path(project, ben))).status).toBe(204)
    expect((await bens.get('/api/projects')).body).toEqual([])
    expect((await leads.delete(path(project, ben))).status).toBe(404)
  })

  test('may leave by themselves', async () => {
    const ben = await person()
    const project = await makeProject(app.deps.db, await person(), { members: [[ben, 'viewer']] })
    expect((await (await app.as(ben)).delete(path(project, ben))).status).toBe(204)
  })

  test('always include a lead', async () => {
    const ana = await person()
    const project = await makeProject(app.deps.db, ana)
    const browser = await app.as(ana)
    expect((await browser.delete(path(project, ana))).error?.code).toBe('conflict')
    expect((await browser.put(path(project, ana), { role: 'viewer' })).error?.code).toBe('conflict')
  })

  test('always include a lead, even when the last two go at the same moment', async () => {
    const { db } = app.deps
    const [ana, ben] = [await person(), await person()]
    for (let round = 0; round < 10; round++) {
      const project = await makeProject(db, ana, { members: [[ben, 'lead']] })
      const both = await Promise.allSettled([
        removeMember(db, project.id, ana.id),
        putMember(db, project, ben.id, 'viewer'),
      ])
      expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    }
  })

  test('can only be people whom the lead may know of', async () => {
    const partner = await person({ role: 'partner' })
    const unknown = await person()
    const project = await makeProject(app.deps.db, partner)
    const browser = await app.as(partner)
    expect((await browser.put(path(project, unknown), { role: 'viewer' })).status).toBe(404)
  })
})

test('a project’s page shows its docs in the order of their tree, and its boards', async () => {
  const { db } = app.deps
  const lead = await person()
  const project = await makeProject(db, lead)
  await makeDoc(db, project, lead, 'Problem')
  await makeDoc(db, project, lead, 'Plan')
  await makeBoard(db, project, lead, { title: 'Work', columns: ['To do'] })
  const { body } = await (await app.as(lead)).get(`/api/projects/${project.id}`)
  expect(body.docs.map((doc: { title: string }) => doc.title)).toEqual(['Problem', 'Plan'])
  expect(body.boards).toMatchObject([{ title: 'Work', columns: [{ title: 'To do', cards: 0 }] }])
  expect((body as ProjectCard).counts).toEqual({ docs: 2, boards: 1 })
})
