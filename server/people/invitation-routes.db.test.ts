import type { Grant } from '@atelier/shared/people/grant'
import type { InvitationRow } from '@atelier/shared/people/invitation'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type MadeWorkspace,
  makeDepartment,
  makeInvitation,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { takeInvitation } from './invitation-queries'

let app: TestApp
let workspace: MadeWorkspace
beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
})
afterAll(() => app.stop())

let newcomers = 0
const newcomer = (token: string, wish: object = {}) => ({
  token,
  name: 'Gast',
  email: `newcomer${++newcomers}@school.example`,
  password: 'a long enough password',
  language: 'de',
  departmentId: null,
  ...wish,
})

const wish = (change: object = {}) => ({
  role: 'member',
  organisationId: workspace.organisationId,
  days: 14,
  uses: null,
  project: null,
  note: 'for the school',
  ...change,
})

test('a link tells who invites to what, and lets a person in as just that', async () => {
  const project = await makeProject(app.deps.db, workspace.owner, { title: 'Scrap' })
  const department = await makeDepartment(app.deps.db, workspace, 'Quality')
  const owner = await app.as(workspace.owner)
  const made = await owner.post(
    '/api/invitations',
    wish({ role: 'partner', project: { id: project.id, role: 'commenter' } }),
  )
  expect(made.status).toBe(201)
  const { token } = made.body

  const browser = app.browser()
  const asked = await browser.post('/api/invitations/look-up', { token })
  expect(asked.body).toMatchObject({ role: 'partner', project: 'Scrap', inviter: 'Olga Owner' })
  expect(asked.body.organisation.departments).toContainEqual({
    id: department.id,
    name: 'Quality',
  })

  const body = newcomer(token, { departmentId: department.id, role: 'owner' })
  const joined = await browser.post('/api/invitations/accept', body)
  expect(joined.status).toBe(201)
  expect(joined.body.me).toMatchObject({ role: 'partner', department: 'Quality', language: 'de' })
  const [seen] = (await browser.get('/api/projects')).body
  expect(seen).toMatchObject({ id: project.id, role: 'commenter' })
})

test('the list of invitations never tells a token again', async () => {
  const owner = await app.as(workspace.owner)
  const { body } = await owner.post('/api/invitations', wish())
  const listed = await owner.get('/api/invitations')
  expect(listed.body.find((row: InvitationRow) => row.id === body.id)).toMatchObject({
    state: 'open',
    used: 0,
    inviter: 'Olga Owner',
    note: 'for the school',
  })
  expect(JSON.stringify(listed.body)).not.toContain(body.token.slice(0, 12))
})

describe('a link', () => {
  const lookUp = (token: string) => app.browser().post('/api/invitations/look-up', { token })
  const accept = (token: string, change = {}) =>
    app.browser().post('/api/invitations/accept', newcomer(token, change))

  test('that never was is not found', async () => {
    const token = 'x'.repeat(43)
    expect((await lookUp(token)).error?.code).toBe('not-found')
    expect((await accept(token)).error?.code).toBe('not-found')
  })

  test('that is past its day, withdrawn or used up has expired', async () => {
    const { db } = app.deps
    const past = await makeInvitation(db, workspace, { expiresAt: new Date(Date.now() - 1) })
    const used = await makeInvitation(db, workspace, { uses: 1 })
    await accept(used.token)
    const owner = await app.as(workspace.owner)
    const withdrawn = await makeInvitation(db, workspace)
    expect((await owner.delete(`/api/invitations/${withdrawn.id}`)).status).toBe(204)
    for (const { token } of [past, used, withdrawn]) {
      expect((await lookUp(token)).error?.code).toBe('expired')
      expect((await accept(token)).error?.code).toBe('expired')
    }
  })

  test('is withdrawn while whoever made it is suspended, or could not make it any more', async () => {
    const { db } = app.deps
    const admin = await makePerson(db, workspace, { role: 'admin' })
    const owner = await app.as(workspace.owner)
    const { id, token } = await makeInvitation(db, workspace, { createdBy: admin.id })
    const change = async (standing: object) => {
      expect((await owner.patch(`/api/people/${admin.id}`, standing)).status).toBe(200)
      const { body } = await owner.get('/api/invitations')
      const granted = (await owner.get('/api/grants')).body.filter(
        (grant: Grant) => grant.kind === 'invitation' && grant.invitation.id === id,
      )
      return {
        state: body.find((row: InvitationRow) => row.id === id).state,
        granted: granted.length,
        lookUp: (await lookUp(token)).status,
      }
    }
    for (const lost of [{ suspended: true }, { suspended: false, role: 'member' }]) {
      expect(await change(lost)).toEqual({ state: 'revoked', granted: 0, lookUp: 410 })
      expect((await accept(token)).error?.code).toBe('expired')
    }
    expect(await change({ role: 'admin' })).toEqual({ state: 'open', granted: 1, lookUp: 200 })
    expect((await accept(token)).status).toBe(201)
  })

  test('to run the workspace needs an owner behind it to the end', async () => {
    const { db } = app.deps
    const second = await makePerson(db, workspace, { role: 'owner' })
    const { token } = await makeInvitation(db, workspace, { role: 'admin', createdBy: second.id })
    const owner = await app.as(workspace.owner)
    await owner.patch(`/api/people/${second.id}`, { role: 'admin' })
    expect((await lookUp(token)).error?.code).toBe('expired')
  })

  test('is not taken when its inviter is suspended at that very moment', async () => {
    const { db } = app.deps
    const admin = await makePerson(db, workspace, { role: 'admin', suspendedAt: new Date() })
    const { id, token } = await makeInvitation(db, workspace, { createdBy: admin.id })
    await expect(db.transaction((tx) => takeInvitation(tx, token))).rejects.toThrow('expired')
    const { body } = await (await app.as(workspace.owner)).get('/api/invitations')
    expect(body.find((row: InvitationRow) => row.id === id).used).toBe(0)
  })

  test('for three lets in three, however many try at the same moment', async () => {
    const { token } = await makeInvitation(app.deps.db, workspace, { uses: 3 })
    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(token)))
    const statuses = answers.map((answer) => answer.status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(3)
    expect(statuses.filter((status) => status === 410)).toHaveLength(5)
  })

  test('is not used up by an address that already has an account', async () => {
    const { token } = await makeInvitation(app.deps.db, workspace, { uses: 1 })
    const taken = await accept(token, { email: workspace.owner.email })
    expect(taken.error).toMatchObject({
      code: 'conflict',
      fields: [{ field: 'email', problem: 'taken' }],
    })
    expect((await accept(token)).status).toBe(201)
  })

  test('to one organisation admits to none of another’s departments', async () => {
    const elsewhere = await makeWorkspace(app.deps.db)
    const foreign = await makeDepartment(app.deps.db, elsewhere)
    const { token } = await makeInvitation(app.deps.db, workspace)
    expect((await accept(token, { departmentId: foreign.id })).error?.fields).toEqual([
      { field: 'departmentId', problem: 'unknown' },
    ])
  })
})

test('nobody hands out more than they may, and members hand out nothing', async () => {
  const { db } = app.deps
  const admin = await app.as(await makePerson(db, workspace, { role: 'admin' }))
  const member = await app.as(await makePerson(db, workspace))
  expect((await admin.post('/api/invitations', wish())).status).toBe(201)
  expect((await admin.post('/api/invitations', wish({ role: 'admin' }))).status).toBe(403)
  expect((await member.post('/api/invitations', wish())).status).toBe(403)
  expect((await member.get('/api/invitations')).status).toBe(403)
  const forAdmins = await makeInvitation(db, workspace, { role: 'admin' })
  expect((await admin.delete(`/api/invitations/${forAdmins.id}`)).status).toBe(403)
})

test('a link lives no longer than ninety days', async () => {
  const owner = await app.as(workspace.owner)
  const answer = await owner.post('/api/invitations', wish({ days: 91 }))
  expect(answer.error?.fields).toEqual([{ field: 'days', problem: 'too-big' }])
})
