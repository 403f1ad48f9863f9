import { buffer } from 'node:stream/consumers'
import { Refusal } from '@atelier/shared/refusals'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadProject } from '../access/project-access-queries'
import {
  type MadePerson,
  type MadeProject,
  makeBoard,
  makeDoc,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { convert } from './convert'
import type { ExchangeThread } from './exchange-thread'
import type { Job } from './jobs'
import { projectZip } from './project-zip'
import { unzip } from './reading/unzip'

let app: TestApp
let owner: MadePerson
let project: MadeProject

beforeAll(async () => {
  app = await testApp()
  owner = (await makeWorkspace(app.deps.db)).owner
  project = await makeProject(app.deps.db, owner)
  await makeDoc(app.deps.db, project, owner, 'Plan')
  for (const title of ['First', 'Huge', 'Last'])
    await makeBoard(app.deps.db, project, owner, { title })
})
afterAll(() => app.stop())

/** Converts here, but what is asked of it for the `nth` time of a kind is more than there is room for. */
function threadWithout(kind: Job['kind'], nth: number): ExchangeThread {
  let met = 0
  const run = async (job: Job) => {
    if (job.kind === kind && ++met === nth) throw new Refusal('too-large')
    return convert(job)
  }
  return { run: run as ExchangeThread['run'], close: () => undefined }
}

async function zipBy(thread: ExchangeThread, language: 'en' | 'de' = 'en') {
  const actor = { personId: owner.id, workspaceId: owner.workspaceId, role: owner.role }
  const loaded = await loadProject(app.deps.db, actor, project.id)
  const zip = await projectZip(app.deps, thread, actor, loaded, { origin: '', language })
  const { files } = await unzip(new Uint8Array(await buffer(zip)))
  return { names: [...files.keys()], readme: new TextDecoder().decode(files.get('README.txt')) }
}

test('of a project all but the board that is too large comes out, and it is said by its name what to do', async () => {
  const { names, readme } = await zipBy(threadWithout('open-board', 2))
  for (const name of ['Plan.md', 'boards/First.md', 'boards/Last.md', 'atelier.json'])
    expect(names).toContain(name)
  expect(names).not.toContain('boards/Huge.md')
  expect(readme).toMatch(
    /too large.*Move some of their cards to another board.*\n- boards\/Huge\.md\n$/,
  )
  expect((await zipBy(threadWithout('open-board', 2), 'de')).readme).toContain('zu groß')
})

test('what is only too large to be read by people still comes out whole, to be brought in again', async () => {
  const { names, readme } = await zipBy(threadWithout('write', 1))
  expect(names).not.toContain('Plan.md')
  expect(names.some((name) => name.startsWith('atelier/'))).toBe(true)
  expect(readme).toContain('- Plan.md')
})

test('a zip in which everything is says nothing of it', async () => {
  expect((await zipBy(threadWithout('open-board', 9))).names).not.toContain('README.txt')
})
