/** One rule, asked in three ways: by `can`, by the lists' SQL, and at the door of the room. */
import { type Actor, can, type DocSubject } from '@atelier/shared/access/can'
import { docRoles, projectRoles, workspaceRoles } from '@atelier/shared/access/roles'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docGrants, docs } from '../db/doc-tables'
import { putMember, setArchived } from '../projects/project-change-queries'
import { makeDoc, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { admitFrom } from './admit'
import {
  docSubjectOf,
  docVisibleTo,
  loadDoc,
  readableDocs,
  withDocRights,
} from './doc-access-queries'
import { signInSessions } from './sign-in-session'

type Asking = {
  actor: Actor
  role: DocSubject['project']['role']
  grant: DocSubject['grant']
}
type Asked = { id: string } & Omit<DocSubject, 'grant' | 'project'> & { archived: boolean }

const yesAndNo = [false, true]

let database: TestDatabase
let people: Asking[]
let all: Asked[]

beforeAll(async () => {
  database = await testDatabase()
  ;({ people, all } = await furnish(database))
}, 120_000)
afterAll(() => database.close())

/** Everybody there can be, and every doc there can be for them. */
async function furnish({ db }: TestDatabase) {
  const home = await makeWorkspace(db)
  const stranger = (await makeWorkspace(db)).owner
  const asked: Asked[] = []
  const projectIds: string[] = []
  for (const archived of yesAndNo) {
    const project = await makeProject(db, home.owner)
    projectIds.push(project.id)
    for (const restricted of yesAndNo) {
      for (const inLibrary of yesAndNo) {
        for (const trashed of yesAndNo) {
          const { id } = await makeDoc(db, project, home.owner)
          const [libraryAt, trashedAt] = [inLibrary, trashed].map((is) => (is ? new Date() : null))
          await db.update(docs).set({ restricted, libraryAt, trashedAt }).where(eq(docs.id, id))
          const subject = { kind: 'doc', workspaceId: home.id } as const
          asked.push({ id, ...subject, restricted, inLibrary, trashed, archived })
        }
      }
    }
    if (archived) await setArchived(db, project.id, true)
  }
  const asking: Asking[] = []
  for (const workspaceRole of workspaceRoles) {
    for (const role of [null, ...projectRoles]) {
      for (const grant of [null, ...docRoles]) {
        const person = await makePerson(db, home, { role: workspaceRole })
        for (const id of role ? projectIds : []) {
          await putMember(db, { id, workspaceId: home.id }, person.id, role ?? 'viewer')
        }
        if (grant) {
          const given = { personId: person.id, role: grant, grantedBy: home.owner.id }
          await db.insert(docGrants).values(asked.map(({ id }) => ({ docId: id, ...given })))
        }
        const actor = { personId: person.id, workspaceId: home.id, role: workspaceRole }
        asking.push({ actor, role, grant })
      }
    }
  }
  const { id: personId, workspaceId } = stranger
  asking.push({ actor: { personId, workspaceId, role: 'owner' }, role: null, grant: null })
  return { people: asking, all: asked }
}

const subjectFor = ({ role, grant }: Asking, { archived, id: _, ...doc }: Asked): DocSubject => ({
  ...doc,
  project: { role, archived },
  grant,
})

const told = (asking: Asking) =>
  `${asking.actor.role}, in the project ${asking.role}, granted ${asking.grant}`

describe('for every role, grant and state a doc can be in', () => {
  test('there is one of each', () => {
    expect(people).toHaveLength(4 * 5 * 4 + 1)
    expect(all).toHaveLength(16)
  })

  test('lists show exactly what may be read, with the same facts', async () => {
    for (const asking of people) {
      const rows = await withDocRights(database.db, asking.actor).where(docVisibleTo(asking.actor))
      const readable = all.filter((doc) => can(asking.actor, 'read', subjectFor(asking, doc)))
      const facts = new Map(rows.map((row) => [row.doc.id, docSubjectOf(row)]))
      expect([...facts.keys()].sort(), told(asking)).toEqual(readable.map(({ id }) => id).sort())
      for (const doc of readable) expect(facts.get(doc.id)).toEqual(subjectFor(asking, doc))
    }
  })

  test('what may be read can be loaded by itself, and nothing else', async () => {
    for (const asking of people) {
      for (const doc of all) {
        const loaded = await loadDoc(database.db, asking.actor, doc.id).catch(() => null)
        const mayRead = can(asking.actor, 'read', subjectFor(asking, doc))
        expect([doc.id, loaded !== null], told(asking)).toEqual([doc.id, mayRead])
      }
    }
  }, 60_000)

  test('what is in the bin is in no list of readable docs', async () => {
    for (const asking of people) {
      const found = await readableDocs(
        database.db,
        asking.actor,
        all.map(({ id }) => id),
      )
      const expected = all.filter(
        (doc) => !doc.trashed && can(asking.actor, 'read', subjectFor(asking, doc)),
      )
      expect(found.map(({ id }) => id).sort(), told(asking)).toEqual(
        expected.map(({ id }) => id).sort(),
      )
    }
  })

  test('[S5] the door lets in who may read what is not in the bin, and write who may edit', async () => {
    const admit = admitFrom(database.db)
    const sessions = signInSessions(database.db)
    for (const asking of people) {
      const { actor } = asking
      const { session } = await sessions.create(actor.personId, '')
      const ticket = { sessionId: session.id, personId: actor.personId }
      const doors = await Promise.all(all.map(({ id }) => admit(ticket, roomName('doc', id))))
      for (const [i, doc] of all.entries()) {
        const subject = subjectFor(asking, doc)
        const mayJoin = can(actor, 'read', subject) && !doc.trashed
        const access = can(actor, 'edit', subject) ? 'write' : 'read'
        const expected = mayJoin ? { kind: 'admitted', access } : { kind: 'no-access' }
        expect(doors[i], told(asking)).toMatchObject(expected)
      }
    }
  })
})
