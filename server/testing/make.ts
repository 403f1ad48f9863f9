/** People, projects and what lies in them, with sensible defaults for all a test does not care about. */

import type { ProjectRole, WorkspaceRole } from '@atelier/shared/access/roles'
import { must } from '@atelier/shared/basics/must'
import { type BoardSeed, newBoardUpdate } from '@atelier/shared/boards/new-board'
import { encodeAnchor } from '@atelier/shared/comments/anchor'
import { anchorToText } from '@atelier/shared/comments/anchor-text'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { hash } from '@node-rs/argon2'
import { createID } from 'yjs'
import { insertBoard } from '../boards/board-queries'
import { insertCardComment } from '../comments/card-thread-queries'
import { insertThread } from '../comments/thread-queries'
import type { Database } from '../db/database'
import { departments, organisations } from '../db/tables'
import { insertDoc } from '../docs/doc-queries'
import { insertInvitation, type NewInvitation } from '../people/invitation-queries'
import { insertPerson, type NewPerson } from '../people/person-queries'
import { insertWorkspace } from '../people/workspace-queries'
import { insertProject, putMember } from '../projects/project-change-queries'

/** Everybody's password unless a test says otherwise. */
export const password = 'correct horse battery staple'
const passwordHash = hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 })

let made = 0
const nth = (word: string) => `${word} ${++made}`
const emailOf = (name: string) =>
  `${
    name
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.join('.') ?? 'somebody'
  }.${++made}.${process.pid}@atelier.example`

export type MadeWorkspace = { id: string; organisationId: string; owner: MadePerson }
export type MadePerson = {
  id: string
  workspaceId: string
  name: string
  email: string
  role: WorkspaceRole
}

export async function makeWorkspace(
  db: Database,
  { name = nth('Workspace'), ownerName = 'Olga Owner' } = {},
): Promise<MadeWorkspace> {
  const email = emailOf(ownerName)
  const { workspaceId, organisationId, ownerId } = await db.transaction(async (tx) =>
    insertWorkspace(tx, {
      workspace: name,
      organisation: nth('Organisation'),
      owner: { name: ownerName, email, passwordHash: await passwordHash, language: 'en' },
    }),
  )
  const owner = { id: ownerId, workspaceId, name: ownerName, email, role: 'owner' as const }
  return { id: workspaceId, organisationId, owner }
}

type Place = Pick<MadeWorkspace, 'id' | 'organisationId'>

export async function makePerson(
  db: Database,
  workspace: Place,
  wish: Partial<NewPerson> = {},
): Promise<MadePerson> {
  const name = wish.name ?? nth('Person')
  const person: NewPerson = {
    email: emailOf(name),
    passwordHash: await passwordHash,
    role: 'member',
    language: 'en',
    organisationId: workspace.organisationId,
    ...wish,
    name,
    workspaceId: workspace.id,
  }
  const id = await insertPerson(db, person)
  return { id, workspaceId: workspace.id, name, email: person.email, role: person.role }
}

export async function makeOrganisation(db: Database, workspace: Place, name = nth('Partner')) {
  const row = { workspaceId: workspace.id, name, kind: 'company' }
  const [made] = await db.insert(organisations).values(row).returning()
  return must(made, 'organisation')
}

export async function makeDepartment(db: Database, workspace: Place, name = nth('Department')) {
  const { id: workspaceId, organisationId } = workspace
  const [made] = await db
    .insert(departments)
    .values({ workspaceId, organisationId, name })
    .returning()
  return must(made, 'department')
}

export type MadeProject = { id: string; workspaceId: string; title: string }

/** `by` is its lead; `members` take part in the given roles. */
export async function makeProject(
  db: Database,
  by: MadePerson,
  { title = nth('Project'), members = [] as [MadePerson, ProjectRole][] } = {},
): Promise<MadeProject> {
  const { workspaceId } = by
  const id = await insertProject(db, {
    workspaceId,
    title,
    challenge: 'Find out how.',
    departmentIds: [],
    createdBy: by.id,
  })
  const project = { id, workspaceId, title }
  for (const [person, role] of members) await putMember(db, project, person.id, role)
  return project
}

export async function makeDoc(
  db: Database,
  project: MadeProject,
  by: MadePerson,
  title = nth('Doc'),
): Promise<{ id: string; title: string }> {
  const update = newDocUpdate({ title })
  const { id: projectId, workspaceId } = project
  const id = await insertDoc(db, title, { workspaceId, projectId, createdBy: by.id, update })
  return { id, title }
}

/** A thread about the whole doc, begun by `by`. */
export async function makeThread(
  db: Database,
  doc: { id: string },
  by: MadePerson,
  words = nth('Words'),
): Promise<{ id: string }> {
  const id = crypto.randomUUID()
  const body = [{ text: words }]
  const thread = { id, roomId: doc.id, authorId: by.id, anchor: null, quote: '', body }
  await insertThread(db, thread)
  return { id }
}

export async function makeCardComment(
  db: Database,
  { board, card, by }: { board: { id: string }; card: string; by: MadePerson },
  words = nth('Words'),
): Promise<{ id: string }> {
  const id = crypto.randomUUID()
  const comment = { id, authorId: by.id, body: [{ text: words }] }
  await insertCardComment(db, { roomId: board.id, card, seen: null }, comment)
  return { id }
}

/** One that is right in shape, and points nowhere. */
export const makeAnchor = (): string =>
  anchorToText(encodeAnchor({ first: createID(1, 1), last: createID(1, 2), before: '', after: '' }))

export async function makeBoard(
  db: Database,
  project: MadeProject,
  by: MadePerson,
  { title = nth('Board'), columns = ['To do', 'Done'], ...rest }: Partial<BoardSeed> = {},
): Promise<{ id: string; title: string }> {
  const update = newBoardUpdate({ title, columns, ...rest })
  const { id: projectId, workspaceId } = project
  const summary = { title, columns: columns.map((name) => ({ title: name, cards: 0 })) }
  const id = await insertBoard(db, summary, { workspaceId, projectId, createdBy: by.id, update })
  return { id, title }
}

/** Resolves with the link's token, too. */
export function makeInvitation(
  db: Database,
  workspace: MadeWorkspace,
  wish: Partial<NewInvitation> = {},
): Promise<{ id: string; token: string }> {
  return insertInvitation(db, {
    workspaceId: workspace.id,
    organisationId: workspace.organisationId,
    role: 'member',
    projectId: null,
    projectRole: null,
    note: '',
    uses: null,
    createdBy: workspace.owner.id,
    expiresAt: new Date(Date.now() + 24 * 60 * 60 * 1000),
    ...wish,
  })
}
