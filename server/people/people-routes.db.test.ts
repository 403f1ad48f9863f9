import { type Actor, can } from '@atelier/shared/access/can'
import { workspaceRoles } from '@atelier/shared/access/roles'
import type { Grant } from '@atelier/shared/people/grant'
import type { PersonRow } from '@atelier/shared/people/person'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type MadeWorkspace,
  makeDepartment,
  makeInvitation,
  makeOrganisation,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { changeStanding, listPeople } from './person-queries'

let app: TestApp
let workspace: MadeWorkspace
beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
})
afterAll(() => app.stop())

describe('the list of people', () => {
  test('holds exactly those whom the asking person may read', async () => {
    const { db } = app.deps
    const home = await makeWorkspace(db)
    await makePerson(db, await makeWorkspace(db))
    const everyone = [home.owner]
    for (const role of workspaceRoles) {
      for (let n = 0; n < 2; n++) everyone.push(await makePerson(db, home, { role }))
    }
    const [, , , , , member, , partner] = everyone
    if (!member || !partner) throw new Error('too few people')
    await makeProject(db, home.owner, {
      members: [
        [partner, 'viewer'],
        [member, 'lead'],
      ],
    })
    const together = new Set([home.owner.id, partner.id, member.id])

    for (const asking of everyone) {
      const actor: Actor = { personId: asking.id, workspaceId: home.id, role: asking.role }
      const listed = (await listPeople(db, actor)).map((person) => person.id)
      const readable = everyone.filter((person) =>
        can(actor, 'read', {
          kind: 'person',
          workspaceId: home.id,
          personId: person.id,
          role: person.role,
          sharesProject: together.has(asking.id) && together.has(person.id),
        }),
      )
      expect(listed.sort(), asking.role).toEqual(readable.map((person) => person.id).sort())
    }
  })

  test('shows addresses and suspensions only to those who run the workspace', async () => {
    const ana = await makePerson(app.deps.db, workspace)
    await makePerson(app.deps.db, workspace, { suspendedAt: new Date() })
    const seenByAna: PersonRow[] = (await (await app.as(ana)).get('/api/people')).body
    const others = seenByAna.filter((person) => person.id !== ana.id)
    expect(others.length).toBeGreaterThan(0)
    for (const person of others) expect(person).toMatchObject({ email: null, suspended: null })
    const seenByOwner: PersonRow[] = (await (await app.as(workspace.owner)).get('/api/people')).body
    for (const person of seenByOwner) expect(person.email).toContain('@')
    expect(seenByOwner.some((person) => person.suspended)).toBe(true)
  })
})

describe('changing what a person is', () => {
  test('follows who may grant what', async () => {
    const { db } = app.deps
    const admin = await app.as(await makePerson(db, workspace, { role: 'admin' }))
    const member = await makePerson(db, workspace)
    const other = await makePerson(db, workspace, { role: 'admin' })
    const owner = await app.as(workspace.owner)
    const change = async (who: typeof owner, id: string, body: object) =>
      (await who.patch(`/api/people/${id}`, body)).status

    expect(await change(admin, member.id, { role: 'partner' })).toBe(200)
    expect(await change(admin, member.id, { role: 'admin' })).toBe(403)
    expect(await change(admin, other.id, { suspended: true })).toBe(403)
    expect(await change(await app.as(member), other.id, { suspended: true })).toBe(404)
    expect(await change(owner, other.id, { role: 'member' })).toBe(200)
    expect(await change(owner, workspace.owner.id, { role: 'member' })).toBe(403)
  })

  test('never leaves a workspace without an owner, even when two demote each other at once', async () => {
    const { db } = app.deps
    for (let round = 0; round < 10; round++) {
      const home = await makeWorkspace(db)
      const second = await makePerson(db, home, { role: 'owner' })
      const as = ({ id, role }: typeof second) => ({ personId: id, workspaceId: home.id, role })
      const both = await Promise.allSettled([
        changeStanding(db, as(home.owner), second.id, { role: 'member' }),
        changeStanding(db, as(second), home.owner.id, { suspendedAt: new Date() }),
      ])
      expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    }
  })

  test('a suspended person is signed out everywhere, and stays so when let in again', async () => {
    const ana = await makePerson(app.deps.db, workspace)
    const [browser, unused] = [await app.as(ana), await app.as(ana)]
    const owner = await app.as(workspace.owner)
    const answer = await owner.patch(`/api/people/${ana.id}`, { suspended: true })
    expect(answer.body).toMatchObject({ id: ana.id, suspended: true })
    expect((await browser.get('/api/me')).status).toBe(401)
    await owner.patch(`/api/people/${ana.id}`, { suspended: false })
    expect((await unused.get('/api/me')).status).toBe(401)
    expect((await (await app.as(ana)).get('/api/me')).status).toBe(200)
  })
})

test('those who run the workspace name it, and add organisations and departments', async () => {
  const owner = await app.as(workspace.owner)
  const member = await app.as(await makePerson(app.deps.db, workspace))
  expect((await owner.patch('/api/workspace', { name: 'Renamed' })).body.name).toBe('Renamed')
  expect((await member.patch('/api/workspace', { name: 'Mine' })).status).toBe(403)

  const school = { name: 'Berufskolleg', kind: 'training-provider', region: 'de' }
  const made = await owner.post('/api/organisations', school)
  expect(made.status).toBe(201)
  expect((await owner.post('/api/organisations', school)).error?.code).toBe('conflict')
  expect((await member.post('/api/organisations', school)).status).toBe(403)
  const department = { organisationId: made.body.id, name: 'Metal' }
  expect((await owner.post('/api/departments', department)).status).toBe(201)
  expect((await owner.post('/api/departments', department)).error?.fields).toEqual([
    { field: 'name', problem: 'taken' },
  ])
  expect((await member.get('/api/organisations')).body.at(-1)).toMatchObject({
    name: 'Berufskolleg',
    region: 'DE',
    departments: [{ name: 'Metal' }],
  })
})

test('a partner sees their own organisation only', async () => {
  const { db } = app.deps
  const school = await makeOrganisation(db, workspace, 'School')
  await makeDepartment(db, { ...workspace, organisationId: school.id }, 'Metal')
  const partner = await makePerson(db, workspace, { role: 'partner', organisationId: school.id })
  const { body } = await (await app.as(partner)).get('/api/organisations')
  expect(body).toMatchObject([{ name: 'School', departments: [{ name: 'Metal' }] }])
})

test('one list shows everything that gives access, for those who run the workspace', async () => {
  const { db } = app.deps
  const home = await makeWorkspace(db)
  const ana = await makePerson(db, home)
  await makeProject(db, ana, { title: 'Scrap' })
  await makeInvitation(db, home, { note: 'for the school' })
  await makeInvitation(db, home, { expiresAt: new Date(0) })
  const grants: Grant[] = (await (await app.as(home.owner)).get('/api/grants')).body
  expect(grants.map((grant) => grant.kind)).toEqual([
    'workspace',
    'workspace',
    'project',
    'invitation',
  ])
  expect(grants[2]).toMatchObject({
    person: { id: ana.id },
    project: { title: 'Scrap' },
    role: 'lead',
  })
  expect(JSON.stringify(grants)).not.toMatch(/token|hash/i)
  expect((await (await app.as(ana)).get('/api/grants')).status).toBe(403)
})
