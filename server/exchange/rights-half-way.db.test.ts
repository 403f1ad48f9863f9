import { buffer } from 'node:stream/consumers'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadProject } from '../access/project-access-queries'
import { docs } from '../db/doc-tables'
import { people, projectMembers, rooms } from '../db/tables'
import { RoomDamaged } from '../db/undamaged-rows'
import type { Deps } from '../http/deps'
import {
  type MadePerson,
  type MadeProject,
  makeBoard,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { convert } from './convert'
import type { ExchangeThread } from './exchange-thread'
import type { Job } from './jobs'
import { projectZip } from './project-zip'
import { unzip } from './reading/unzip'
import { storeImport } from './store-import'

let app: TestApp
let writer: MadePerson
let project: MadeProject
let made: { first: string; second: string; board: string }

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

beforeEach(async () => {
  const workspace = await makeWorkspace(app.deps.db)
  const lead = await makePerson(app.deps.db, workspace)
  writer = await makePerson(app.deps.db, workspace)
  project = await makeProject(app.deps.db, lead, { members: [[writer, 'contributor']] })
  const first = await makeDoc(app.deps.db, project, lead, 'First')
  const second = await makeDoc(app.deps.db, project, lead, 'Second')
  const board = await makeBoard(app.deps.db, project, lead, { title: 'Work' })
  made = { first: first.id, second: second.id, board: board.id }
})

const actorOf = ({ id, workspaceId, role }: MadePerson) => ({ personId: id, workspaceId, role })

/** Converts here, and before a doc or board of this title does what the test wants. */
function threadThat(title: string, act: () => PromiseLike<unknown>): ExchangeThread {
  const run = async (job: Job) => {
    if ('title' in job && job.title === title) await act()
    return convert(job)
  }
  return { run: run as ExchangeThread['run'], close: () => undefined }
}

async function exportedBy(thread: ExchangeThread, deps: Deps = app.deps) {
  const actor = actorOf(writer)
  const loaded = await loadProject(deps.db, actor, project.id)
  const wishes = { origin: '', language: 'en' as const }
  const { files } = await unzip(
    new Uint8Array(await buffer(await projectZip(deps, thread, actor, loaded, wishes))),
  )
  const said = (name: string) => new TextDecoder().decode(files.get(name))
  return { names: [...files.keys()], said }
}

const leave = () => app.deps.db.delete(projectMembers).where(eq(projectMembers.personId, writer.id))

test.each<[string, string, () => PromiseLike<unknown>]>([
  ['whoever leaves the project', 'First', leave],
  ['whoever leaves the project before its boards', 'Second', leave],
  [
    'whoever is suspended',
    'First',
    () =>
      app.deps.db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, writer.id)),
  ],
  [
    'whoever may not read one of its docs any more',
    'First',
    () => app.deps.db.update(docs).set({ restricted: true }).where(eq(docs.id, made.second)),
  ],
])('the download of %s half way fails', async (_, title, act) => {
  await expect(exportedBy(threadThat(title, act))).rejects.toThrow()
})

test('whoever keeps their rights gets all of it', async () => {
  const { names } = await exportedBy(threadThat('First', async () => undefined))
  expect(names).toEqual(expect.arrayContaining(['First.md', 'Second.md', 'boards/Work.json']))
})

test.each(['first', 'board'] as const)(
  'of a %s that is damaged the zip says so, and has the rest',
  async (which) => {
    const lost = made[which]
    const read: Deps['rooms']['read'] = (name) =>
      name.endsWith(lost) ? Promise.reject(new RoomDamaged('gone')) : app.deps.rooms.read(name)
    const deps = { ...app.deps, rooms: { ...app.deps.rooms, read } }
    const { names, said } = await exportedBy(
      threadThat('', async () => undefined),
      deps,
    )
    expect(names).toContain('Second.md')
    const path = which === 'first' ? 'First.md' : 'boards/Work.md'
    expect(names).not.toContain(path)
    expect(said('README.txt')).toContain(`- ${path}`)
  },
)

test.each<[string, string, () => PromiseLike<unknown>]>([
  ['leaves the project', 'not-found', leave],
  [
    'may only read any more',
    'forbidden',
    () =>
      app.deps.db
        .update(projectMembers)
        .set({ role: 'viewer' })
        .where(eq(projectMembers.personId, writer.id)),
  ],
])('whoever %s while a file is converted brings nothing in', async (_, code, act) => {
  const actor = actorOf(writer)
  const loaded = await loadProject(app.deps.db, actor, project.id)
  const body = { type: 'doc', content: [{ type: 'paragraph' }] }
  const doc = { id: crypto.randomUUID(), parent: null, title: 'New', body }
  const found = { kind: 'files' as const, docs: [doc], files: [], skipped: [] }
  const storing = storeImport(app.deps, threadThat('New', act), actor, loaded, found)
  await expect(storing).rejects.toMatchObject({ code })
  const there = await app.deps.db.select().from(rooms).where(eq(rooms.projectId, project.id))
  expect(there).toHaveLength(3)
})
