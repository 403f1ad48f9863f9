import type { Notice } from '@atelier/shared/notices/notice'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type SignInSessions, signInSessions } from '../access/sign-in-session'
import { removeMember } from '../projects/project-change-queries'
import {
  type MadePerson,
  type MadeWorkspace,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { loadListeners, pickAudience } from './listener-queries'
import { createNotices, type Notices } from './notices'

let database: TestDatabase
let sessions: SignInSessions
let workspace: MadeWorkspace
let notices: Notices
let due: (() => void)[]
let broken: Error | null
let errors: unknown[]

beforeAll(async () => {
  database = await testDatabase()
  sessions = signInSessions(database.db)
  workspace = await makeWorkspace(database.db)
})
afterAll(() => database.close())

let asked: Promise<unknown>
beforeEach(() => {
  due = []
  errors = []
  broken = null
  asked = Promise.resolve()
  notices = createNotices({
    loadListeners(ids) {
      const found = broken ? Promise.reject(broken) : loadListeners(database.db, ids)
      asked = found.catch(() => undefined)
      return found
    },
    pickAudience: (audience, listeners) => pickAudience(database.db, audience, listeners),
    onError: (error) => errors.push(error),
    later: (work) => due.push(work),
  })
})

/** Lets what is due be delivered, and waits until `seen` holds. */
async function deliver(seen: () => boolean = () => true) {
  for (const work of due.splice(0)) work()
  await asked
  while (!seen()) await new Promise((resolve) => setImmediate(resolve))
}

type Listening = { got: Notice[]; closed: string | null; sessionId: string }

async function listening(person: MadePerson): Promise<Listening> {
  const { session } = await sessions.create(person.id, '')
  const listener: Listening = { got: [], closed: null, sessionId: session.id }
  notices.join({
    sessionId: session.id,
    send: (text) => listener.got.push(JSON.parse(text)),
    close: (reason) => {
      listener.closed = reason
    },
    ping: () => undefined,
  })
  return listener
}

const everyone = () => ({ kind: 'everyone', workspaceId: workspace.id }) as const
/** The last thing told in a test: whoever has it has had everything before. */
const end: Notice = { what: 'workspace' }

describe('a notice', () => {
  test('reaches only those who may see what changed', async () => {
    const { db } = database
    const [ana, ben] = [await makePerson(db, workspace), await makePerson(db, workspace)]
    const project = await makeProject(db, ana)
    const foreign = await listening((await makeWorkspace(db)).owner)
    const [lead, stranger] = [await listening(ana), await listening(ben)]
    const owner = await listening(workspace.owner)
    notices.tell({ what: 'project', id: project.id }, { kind: 'project', projectId: project.id })
    notices.tell({ what: 'invitations' }, { kind: 'managers', workspaceId: workspace.id })
    notices.tell({ what: 'session' }, { kind: 'people', personIds: [ben.id] })
    notices.tell(end, everyone())
    await deliver(() => [lead, stranger, owner].every((one) => one.got.at(-1)?.what === end.what))
    expect(lead.got).toEqual([{ what: 'project', id: project.id }, end])
    expect(stranger.got).toEqual([{ what: 'session' }, end])
    expect(owner.got).toEqual([{ what: 'project', id: project.id }, { what: 'invitations' }, end])
    expect(foreign.got).toEqual([])
  })

  test('is decided at delivery: who was removed meanwhile hears nothing', async () => {
    const { db } = database
    const [ana, ben] = [await makePerson(db, workspace), await makePerson(db, workspace)]
    const project = await makeProject(db, ana, { members: [[ben, 'viewer']] })
    const removed = await listening(ben)
    notices.tell({ what: 'project', id: project.id }, { kind: 'project', projectId: project.id })
    notices.tell(end, everyone())
    await removeMember(db, project.id, ben.id)
    await deliver(() => removed.got.length > 0)
    expect(removed.got).toEqual([end])
  })

  test('told many times within a moment arrives once', async () => {
    const ana = await listening(await makePerson(database.db, workspace))
    for (let n = 0; n < 50; n++) notices.tell({ what: 'people' }, everyone())
    await deliver(() => ana.got.length > 0)
    expect(ana.got).toEqual([{ what: 'people' }])
  })

  test('is kept when the database cannot be asked, and delivered when it can', async () => {
    const ana = await listening(await makePerson(database.db, workspace))
    broken = new Error('database away')
    notices.tell({ what: 'people' }, everyone())
    await deliver(() => errors.length > 0)
    expect(ana.got).toEqual([])
    broken = null
    await deliver(() => ana.got.length > 0)
    expect(ana.got).toEqual([{ what: 'people' }])
  })
})

test('[S5] a session that ended is closed at the next check, others stay', async () => {
  const ana = await makePerson(database.db, workspace)
  const [gone, stays] = [await listening(ana), await listening(ana)]
  await deliver()
  await sessions.revoke(ana.id, gone.sessionId)
  notices.recheck()
  await deliver(() => gone.closed !== null)
  expect(gone.closed).toBe('signedOut')
  expect(stays.closed).toBeNull()
  notices.tell({ what: 'people' }, everyone())
  await deliver(() => stays.got.length > 0)
  expect(gone.got).toEqual([])
})
