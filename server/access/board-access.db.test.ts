/** One rule, asked in two ways: by `can`, and by the lists' SQL. */
import { type Actor, can } from '@atelier/shared/access/can'
import { projectRoles, workspaceRoles } from '@atelier/shared/access/roles'
import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { boards } from '../db/tables'
import { putMember, setArchived } from '../projects/project-change-queries'
import { makeBoard, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { boardInSight, boardSubjectOf, loadBoard, withBoardRights } from './board-access-queries'

let database: TestDatabase
let actors: Actor[]
let ids: string[]

beforeAll(async () => {
  database = await testDatabase()
  ;({ actors, ids } = await furnish(database))
}, 120_000)
afterAll(() => database.close())

/** Everybody there can be, and every board there can be for them. */
async function furnish({ db }: TestDatabase) {
  const home = await makeWorkspace(db)
  const stranger = (await makeWorkspace(db)).owner
  const asking: Actor[] = [{ ...stranger, personId: stranger.id }]
  const projects = [await makeProject(db, home.owner), await makeProject(db, home.owner)]
  for (const role of workspaceRoles) {
    for (const member of [...projectRoles, null]) {
      const { id: personId } = await makePerson(db, home, { role })
      asking.push({ personId, workspaceId: home.id, role })
      if (member) for (const project of projects) await putMember(db, project, personId, member)
    }
  }
  const made: string[] = []
  for (const project of projects) {
    for (const trashedAt of [null, new Date()]) {
      const { id } = await makeBoard(db, project, home.owner)
      await db.update(boards).set({ trashedAt }).where(eq(boards.id, id))
      made.push(id)
    }
  }
  await setArchived(db, projects[1]?.id ?? '', true)
  return { actors: asking, ids: made }
}

test('lists show exactly what may be read and is not in the bin', async () => {
  for (const actor of actors) {
    const all = await withBoardRights(database.db, actor).where(inArray(boards.id, ids))
    const listed = await withBoardRights(database.db, actor).where(
      and(boardInSight(actor), inArray(boards.id, ids)),
    )
    const expected = all.filter((row) => {
      const subject = boardSubjectOf(row)
      return can(actor, 'read', subject) && !subject.trashed
    })
    const names = (rows: typeof all) => rows.map(({ board }) => board.id).sort()
    expect(names(listed)).toEqual(names(expected))
  }
})

test('what may be read can be loaded by itself, also in the bin, and nothing else', async () => {
  for (const actor of actors) {
    for (const row of await withBoardRights(database.db, actor).where(inArray(boards.id, ids))) {
      const mayRead = can(actor, 'read', boardSubjectOf(row))
      const loaded = await loadBoard(database.db, actor, row.board.id).catch(() => null)
      expect(loaded !== null).toBe(mayRead)
    }
  }
})
