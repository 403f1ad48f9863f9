/** A server in this process, and three people in a project for each scene. */

import { newDoc } from '@atelier/shared/suggestions/two-authors'
import { roomName } from '@atelier/shared/sync/room-name'
import { pino } from 'pino'
import * as Y from 'yjs'
import { postgresRoomStore } from '../db/postgres-room-store'
import { insertDoc } from '../docs/doc-queries'
import type { Ticket } from '../sync/admission'
import { type MadePerson, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { testDatabase } from '../testing/test-database'

/** Two who edit, the first of them leading, and one who may only comment. */
export const names = ['ada', 'ben', 'cara'] as const
export type Name = (typeof names)[number]

export type Member = { name: Name; person: MadePerson; browser: Browser; ticket: Ticket }

export type DocStage = {
  app: TestApp
  members: Member[]
  newDoc(): Promise<{ docId: string; projectId: string }>
  /** What another node would do: rooms notice nothing of it. */
  squash(roomId: string): Promise<unknown>
  close(): Promise<void>
}

export async function openDocStage(): Promise<DocStage> {
  const database = await testDatabase()
  const app = await testApp({ database })
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const members = await Promise.all(names.map((name) => memberOf(app, name, workspace)))
  const [ada, ben, cara] = members.map(({ person }) => person) as [
    MadePerson,
    MadePerson,
    MadePerson,
  ]
  const store = postgresRoomStore(database.pool, { log: pino({ level: 'silent' }) })
  return {
    app,
    members,
    async newDoc() {
      const project = await makeProject(db, ada, {
        members: [
          [ben, 'contributor'],
          [cara, 'commenter'],
        ],
      })
      const first = newDoc('One two three four.', 'Second line here.', 'The third and last.')
      const update = Y.encodeStateAsUpdate(first)
      const { workspaceId, id: projectId } = project
      const row = { workspaceId, projectId, createdBy: ada.id, update }
      return { docId: await insertDoc(db, 'Minutes', row), projectId }
    },
    squash: (roomId) => store.squash(roomId),
    async close() {
      await app.stop()
      await database.close()
    },
  }
}

async function memberOf(
  app: TestApp,
  name: Name,
  workspace: Awaited<ReturnType<typeof makeWorkspace>>,
): Promise<Member> {
  const person = await makePerson(app.deps.db, workspace, { name })
  const { session } = await app.deps.sessions.create(person.id, 'fuzz')
  const ticket = { sessionId: session.id, personId: person.id }
  return { name, person, browser: await app.as(person), ticket }
}

export const docRoom = (id: string) => roomName('doc', id)
export const forkRoom = (id: string) => roomName('suggestion', id)
