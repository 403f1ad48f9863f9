import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { changeStanding } from '../people/person-queries'
import { type MadePerson, type MadeWorkspace, makePerson, makeWorkspace } from '../testing/make'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { absoluteDays, idleDays, type SignInSessions, signInSessions } from './sign-in-session'

let database: TestDatabase
let sessions: SignInSessions
let workspace: MadeWorkspace
let ana: MadePerson

beforeAll(async () => {
  database = await testDatabase()
  sessions = signInSessions(database.db)
  workspace = await makeWorkspace(database.db)
  ana = await makePerson(database.db, workspace, { name: 'Ana' })
})
afterAll(() => database.close())
afterEach(() => void vi.useRealTimers())

const dayMs = 24 * 60 * 60 * 1000
/** Only the clock on the wall: timers, and so the database driver, stay real. */
function daysLater(days: number) {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + days * dayMs })
}

describe('create', () => {
  test('gives a token that says who holds it', async () => {
    const { token, session } = await sessions.create(ana.id, 'Firefox')
    expect(await sessions.validate(token)).toEqual({
      session,
      actor: { personId: ana.id, workspaceId: workspace.id, role: 'member' },
    })
  })

  test('stores neither the token nor any part of it', async () => {
    const { token } = await sessions.create(ana.id, 'Firefox')
    const { rows } = await database.pool.query('select * from sessions where person_id = $1', [
      ana.id,
    ])
    const stored = JSON.stringify(rows)
    expect(stored).not.toContain(token.slice(0, 12))
    expect(stored).toContain(createHash('sha256').update(token).digest('hex'))
  })
})

describe('validate', () => {
  test('knows nobody by a token that was never given, or by a stored hash', async () => {
    const { token } = await sessions.create(ana.id, '')
    const hash = createHash('sha256').update(token).digest('hex')
    expect(await sessions.validate('x'.repeat(43))).toBeNull()
    expect(await sessions.validate(hash)).toBeNull()
  })

  test('forgets whoever stayed away for longer than the idle time', async () => {
    const { token } = await sessions.create(ana.id, '')
    daysLater(idleDays + 0.1)
    expect(await sessions.validate(token)).toBeNull()
  })

  test('keeps whoever comes back in time, but not beyond the absolute end', async () => {
    const { token } = await sessions.create(ana.id, '')
    for (let day = 0; day < absoluteDays - 4; day += 4) {
      daysLater(4)
      expect(await sessions.validate(token), `day ${day + 4}`).not.toBeNull()
    }
    daysLater(4.1)
    expect(await sessions.validate(token)).toBeNull()
  })

  test('knows a suspended person no more', async () => {
    const ben = await makePerson(database.db, workspace)
    const { token } = await sessions.create(ben.id, '')
    const owner = {
      personId: workspace.owner.id,
      workspaceId: workspace.id,
      role: 'owner' as const,
    }
    await changeStanding(database.db, owner, ben.id, { suspendedAt: new Date() })
    expect(await sessions.validate(token)).toBeNull()
  })

  test('sees a changed role at once', async () => {
    const ben = await makePerson(database.db, workspace)
    const { token } = await sessions.create(ben.id, '')
    const owner = {
      personId: workspace.owner.id,
      workspaceId: workspace.id,
      role: 'owner' as const,
    }
    await changeStanding(database.db, owner, ben.id, { role: 'partner' })
    expect((await sessions.validate(token))?.actor.role).toBe('partner')
  })
})

test('rotate gives the same person a new token and makes the old one void', async () => {
  const old = await sessions.create(ana.id, '')
  const fresh = await sessions.rotate(old.token, 'Firefox')
  expect(fresh?.token).not.toBe(old.token)
  expect(await sessions.validate(old.token)).toBeNull()
  expect((await sessions.validate(fresh?.token ?? ''))?.actor.personId).toBe(ana.id)
  expect(await sessions.rotate(old.token, 'Firefox')).toBeNull()
})

test('revoke ends one session by its public id, and only one of the person’s own', async () => {
  const ben = await makePerson(database.db, workspace)
  const one = await sessions.create(ben.id, '')
  const other = await sessions.create(ben.id, '')
  expect(await sessions.revoke(ana.id, one.session.id)).toBe(false)
  expect(await sessions.revoke(ben.id, one.session.id)).toBe(true)
  expect(await sessions.validate(one.token)).toBeNull()
  expect(await sessions.validate(other.token)).not.toBeNull()
})

test('revokeAll ends all, or all but the one in hand', async () => {
  const ben = await makePerson(database.db, workspace)
  const here = await sessions.create(ben.id, '')
  const there = await sessions.create(ben.id, '')
  await sessions.revokeAll(ben.id, here.session.id)
  expect(await sessions.validate(there.token)).toBeNull()
  expect(await sessions.validate(here.token)).not.toBeNull()
  await sessions.revokeAll(ben.id)
  expect(await sessions.validate(here.token)).toBeNull()
})

test('list shows where a person is signed in, without anything that lets one in', async () => {
  const ben = await makePerson(database.db, workspace)
  const { token, session } = await sessions.create(ben.id, 'Firefox on Linux')
  const listed = await sessions.list(ben.id)
  expect(listed).toMatchObject([{ id: session.id, device: 'Firefox on Linux' }])
  expect(await sessions.validate(listed[0]?.id ?? '')).toBeNull()
  expect(JSON.stringify(listed)).not.toContain(token)
})
