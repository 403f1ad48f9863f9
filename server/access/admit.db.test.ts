import { projectRoles } from '@atelier/shared/access/roles'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { boards } from '../db/tables'
import { changeStanding } from '../people/person-queries'
import { removeMember, setArchived } from '../projects/project-change-queries'
import type { Admit, Ticket } from '../sync/admission'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeBoard,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { admitFrom } from './admit'
import { type SignInSessions, signInSessions } from './sign-in-session'

let database: TestDatabase
let sessions: SignInSessions
let admit: Admit
let workspace: MadeWorkspace
let project: MadeProject
let doc: RoomName
let lead: MadePerson

beforeAll(async () => {
  database = await testDatabase()
  sessions = signInSessions(database.db)
  admit = admitFrom(database.db)
  workspace = await makeWorkspace(database.db)
  lead = await makePerson(database.db, workspace, { name: 'Ana' })
  project = await makeProject(database.db, lead)
  doc = roomName('doc', (await makeDoc(database.db, project, lead)).id)
})
afterAll(() => database.close())

async function ticketFor(person: MadePerson): Promise<Ticket> {
  const { session } = await sessions.create(person.id, '')
  return { sessionId: session.id, personId: person.id }
}

const noAccess = { kind: 'no-access' }

test('a member is admitted by name and colour from their account', async () => {
  expect(await admit(await ticketFor(lead), doc)).toEqual({
    kind: 'admitted',
    roomId: doc.slice('doc:'.length),
    access: 'write',
    person: { id: lead.id, name: 'Ana', colour: expect.any(String) },
  })
})

test.each([
  ['lead', 'write'],
  ['contributor', 'write'],
  ['commenter', 'read'],
  ['viewer', 'read'],
] as const)('a %s may %s', async (role, access) => {
  expect(projectRoles).toContain(role)
  const person = await makePerson(database.db, workspace)
  const other = await makeProject(database.db, lead, { members: [[person, role]] })
  const board = roomName('board', (await makeBoard(database.db, other, lead)).id)
  expect(await admit(await ticketFor(person), board)).toMatchObject({ kind: 'admitted', access })
})

test('[S5] nobody is let onto a board in the bin, also who may take it out again', async () => {
  const { id } = await makeBoard(database.db, project, lead)
  const board = roomName('board', id)
  expect(await admit(await ticketFor(lead), board)).toMatchObject({ access: 'write' })
  await database.db.update(boards).set({ trashedAt: new Date() }).where(eq(boards.id, id))
  expect(await admit(await ticketFor(lead), board)).toEqual(noAccess)
})

test('missing, foreign, misnamed and not allowed all look the same', async () => {
  const stranger = await makePerson(database.db, workspace)
  expect(await admit(await ticketFor(stranger), doc)).toEqual(noAccess)

  const elsewhere = await makeWorkspace(database.db)
  expect(await admit(await ticketFor(elsewhere.owner), doc)).toEqual(noAccess)

  const ticket = await ticketFor(lead)
  const asBoard = roomName('board', doc.slice('doc:'.length))
  for (const name of [asBoard, roomName('doc', crypto.randomUUID()), 'doc:__proto__', '']) {
    expect(await admit(ticket, name as RoomName)).toEqual(noAccess)
  }
})

test('asked at the same moment, everybody has an answer of their own', async () => {
  const viewer = await makePerson(database.db, workspace, { name: 'Vera' })
  const other = await makeProject(database.db, lead, { members: [[viewer, 'viewer']] })
  const shared = roomName('doc', (await makeDoc(database.db, other, lead)).id)
  const gone = { sessionId: crypto.randomUUID(), personId: lead.id }
  const [anas, veras] = [await ticketFor(lead), await ticketFor(viewer)]
  const asked: [Ticket, RoomName][] = [
    [anas, doc],
    [veras, doc],
    [gone, doc],
    [veras, shared],
    [anas, shared],
    [anas, 'doc:nothing' as RoomName],
    [anas, doc],
  ]
  const answers = await Promise.all(asked.map(([ticket, room]) => admit(ticket, room)))
  const short = answers.map((each) =>
    each.kind === 'admitted' ? `${each.person.name} may ${each.access}` : each.kind,
  )
  expect(short).toEqual([
    'Ana may write',
    'no-access',
    'signed-out',
    'Vera may read',
    'Ana may write',
    'no-access',
    'Ana may write',
  ])
})

describe('[S5] asked again, the answer is today’s', () => {
  test('of a removed member', async () => {
    const person = await makePerson(database.db, workspace)
    const other = await makeProject(database.db, lead, { members: [[person, 'contributor']] })
    const room = roomName('doc', (await makeDoc(database.db, other, lead)).id)
    const ticket = await ticketFor(person)
    expect(await admit(ticket, room)).toMatchObject({ kind: 'admitted' })
    await removeMember(database.db, other.id, person.id)
    expect(await admit(ticket, room)).toEqual(noAccess)
  })

  test('of an archived project', async () => {
    const other = await makeProject(database.db, lead)
    const room = roomName('doc', (await makeDoc(database.db, other, lead)).id)
    const ticket = await ticketFor(lead)
    await setArchived(database.db, other.id, true)
    expect(await admit(ticket, room)).toMatchObject({ access: 'read' })
    await setArchived(database.db, other.id, false)
    expect(await admit(ticket, room)).toMatchObject({ access: 'write' })
  })

  test('of a session that ended, and of a suspended person', async () => {
    const ticket = await ticketFor(lead)
    await sessions.revoke(lead.id, ticket.sessionId)
    expect(await admit(ticket, doc)).toEqual({ kind: 'signed-out' })

    const person = await makePerson(database.db, workspace, { role: 'admin' })
    const theirs = await ticketFor(person)
    expect(await admit(theirs, doc)).toMatchObject({ access: 'write' })
    const owner = {
      personId: workspace.owner.id,
      workspaceId: workspace.id,
      role: 'owner' as const,
    }
    await changeStanding(database.db, owner, person.id, { suspendedAt: new Date() })
    expect(await admit(theirs, doc)).toEqual({ kind: 'signed-out' })
  })
})

test('a session is only good for the person it belongs to', async () => {
  const ticket = await ticketFor(lead)
  const stolen = { ...ticket, personId: workspace.owner.id }
  expect(await admit(stolen, doc)).toEqual({ kind: 'signed-out' })
})
